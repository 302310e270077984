package org.vedette.post.media.render;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.vedette.post.media.MediaException.UnsupportedFormatException;
import org.vedette.starter.ThreadConfined;

/** The chunks of a WebP (RFC 9649 §2). */
@ThreadConfined("the thread that works on the picture")
final class WebpStructure {

    private static final int TAG = 4;
    private static final int RIFF_HEADER = 8;
    private static final int ANIMATED = 0x02;
    private static final int SIZE_BITS = 0x3FFF;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int LOSSY_HEADER = 6;

    private final byte[] file;
    private final ImageBytes data;
    private int width;
    private int height;
    private boolean hasPixels;
    private int orientation = ExifOrientation.UPRIGHT;

    private WebpStructure(byte[] file, ImageBytes data) {
        this.file = file;
        this.data = data;
    }

    static ImageStructure of(byte[] file) {
        return ImageBytes.read(file, ByteOrder.LITTLE_ENDIAN, data -> new WebpStructure(file, data).read());
    }

    private ImageStructure read() {
        data.skip(TAG);
        var end = Math.addExact(data.length(), RIFF_HEADER);
        if (end > file.length) {
            throw ImageBytes.truncated();
        }
        data.skip(TAG);
        while (data.position() + RIFF_HEADER <= end) {
            chunk();
        }
        if (!hasPixels) {
            throw ImageBytes.corrupt("it has no pixels");
        }
        return ImageStructure.still(
                width,
                height,
                ImageStructure.BYTES_PER_PIXEL,
                orientation,
                ImageStructure.NONE,
                Arrays.copyOf(file, end));
    }

    private void chunk() {
        var type = data.text(TAG);
        var length = data.length();
        var start = data.position();
        switch (type) {
            case "VP8X" -> canvas();
            case "VP8 " -> lossy();
            case "VP8L" -> lossless();
            case "EXIF" -> orientation = orientation(data.bytes(length));
            default -> {}
        }
        data.moveTo(Math.addExact(start, length));
        if ((length & 1) == 1 && data.remaining() > 0) {
            data.skip(1);
        }
    }

    private void canvas() {
        if ((data.u8() & ANIMATED) != 0) {
            throw new UnsupportedFormatException("This is an animated WebP, which is not taken");
        }
        data.skip(3);
        width = data.u24() + 1;
        height = data.u24() + 1;
    }

    private void lossy() {
        data.skip(LOSSY_HEADER);
        pixels(data.u16() & SIZE_BITS, data.u16() & SIZE_BITS);
    }

    private void lossless() {
        if (data.u8() != LOSSLESS_SIGNATURE) {
            throw ImageBytes.corrupt("it has no signature where one must be");
        }
        var bits = data.i32();
        pixels((bits & SIZE_BITS) + 1, (bits >>> 14 & SIZE_BITS) + 1);
    }

    /** A picture that is larger than it says would take more memory than it was given. */
    private void pixels(int pictureWidth, int pictureHeight) {
        if (hasPixels || (width != 0 && (width != pictureWidth || height != pictureHeight))) {
            throw ImageBytes.corrupt("its parts disagree about its size");
        }
        hasPixels = true;
        width = pictureWidth;
        height = pictureHeight;
    }

    /** Some cameras write the name of the structure before it, as in JPEG. */
    private static int orientation(byte[] exif) {
        var named = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        return ExifOrientation.of(named ? Arrays.copyOfRange(exif, 6, exif.length) : exif);
    }
}
