package org.vedette.post.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes picture files for tests, good and bad ones. */
public final class Pictures {

    private Pictures() {}

    public static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Red at the upper left, green at the upper right, blue at the lower left, white at the lower right. */
    public static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width - width / 2, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    public static byte[] png(int width, int height) {
        return write(quarters(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Nothing of it is opaque but the upper left. */
    public static byte[] transparentPng(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return write(image, "png");
    }

    public static byte[] jpeg(int width, int height) {
        return write(quarters(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** A JPEG with an Exif segment that says the orientation and, as cameras do, more. */
    public static byte[] jpeg(int width, int height, int orientation) {
        return withExif(jpeg(width, height), orientation);
    }

    static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = exif(orientation);
        var segment = ByteBuffer.allocate(10 + exif.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (8 + exif.length))
                .put(text("Exif\0\0"))
                .put(exif)
                .array();
        return join(Arrays.copyOf(jpeg, 2), segment, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** A TIFF structure with the orientation and a place. */
    public static byte[] exif(int orientation) {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(text("GPS 52.5200N 13.4050E"))
                .array();
    }

    public static byte[] webp(int width, int height) {
        return write(quarters(width, height, BufferedImage.TYPE_INT_RGB), "webp");
    }

    /** An animation whose frames differ in colour. */
    public static byte[] gif(int width, int height, int frames) {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (var frame = 0; frame < frames; frame++) {
                var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
                var graphics = image.createGraphics();
                graphics.setColor(frame % 2 == 0 ? Color.RED : Color.BLUE);
                graphics.fillRect(0, 0, width, height);
                graphics.dispose();
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The same with a comment in front of its end. */
    public static byte[] withComment(byte[] gif, String comment) {
        var block = join(new byte[] {0x21, (byte) 0xFE, (byte) comment.length()}, text(comment), new byte[] {0});
        return join(Arrays.copyOf(gif, gif.length - 1), block, new byte[] {0x3B});
    }

    /** The same with another size in its header, and a checksum that fits. */
    public static byte[] claiming(byte[] png, int width, int height) {
        var claiming = png.clone();
        ByteBuffer.wrap(claiming).putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(claiming, 12, 17);
        ByteBuffer.wrap(claiming).putInt(29, (int) checksum.getValue());
        return claiming;
    }

    /** The same with one more chunk behind its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] content) {
        var checksum = new CRC32();
        checksum.update(join(text(type), content));
        var chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(text(type))
                .put(content)
                .putInt((int) checksum.getValue())
                .array();
        return join(Arrays.copyOf(png, 33), chunk, Arrays.copyOfRange(png, 33, png.length));
    }

    /** So many zeros, compressed. */
    public static byte[] bomb(int zeros) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        var compressed = new byte[zeros / 100 + 1000];
        var length = deflater.deflate(compressed);
        deflater.end();
        return Arrays.copyOf(compressed, length);
    }

    public static byte[] write(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
