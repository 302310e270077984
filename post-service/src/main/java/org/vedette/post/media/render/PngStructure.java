package org.vedette.post.media.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.vedette.starter.ThreadConfined;

/**
 * The chunks of a PNG (W3C PNG §5). The decoder of the JDK gets only those that it needs: it would expand a compressed text
 * without a limit.
 */
@ThreadConfined("the thread that works on the picture")
final class PngStructure {

    private static final Set<String> DECODED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;
    private static final int HEADER = 13;
    private static final int DEEP = 16;
    private static final int TYPE = 4;
    private static final int CRC = 4;
    private static final int MAX_PROFILE = 4 * 1024 * 1024;

    private final byte[] file;
    private final ImageBytes data;
    private final ByteArrayOutputStream cleaned;
    private int width;
    private int height;
    private boolean isDeep;
    private boolean hasPixels;
    private boolean hasProfile;
    private int orientation = ExifOrientation.UPRIGHT;
    private byte[] profile = ImageStructure.NONE;

    private PngStructure(byte[] file, ImageBytes data) {
        this.file = file;
        this.data = data;
        this.cleaned = new ByteArrayOutputStream(file.length);
    }

    static ImageStructure of(byte[] file) {
        return ImageBytes.read(file, ByteOrder.BIG_ENDIAN, data -> new PngStructure(file, data).read());
    }

    private ImageStructure read() {
        cleaned.write(file, 0, SIGNATURE);
        data.skip(SIGNATURE);
        for (var type = chunk(true); !type.equals("IEND"); ) {
            type = chunk(false);
        }
        if (!hasPixels) {
            throw ImageBytes.corrupt("it has no pixels");
        }
        var bytesPerPixel = isDeep ? 2 * ImageStructure.BYTES_PER_PIXEL : ImageStructure.BYTES_PER_PIXEL;
        return ImageStructure.still(width, height, bytesPerPixel, orientation, profile, cleaned.toByteArray());
    }

    private String chunk(boolean isFirst) {
        var start = data.position();
        var length = data.length();
        var type = data.text(TYPE);
        var content = data.bytes(length);
        if (isFirst != type.equals("IHDR") || (isFirst && length != HEADER)) {
            throw ImageBytes.corrupt("it does not begin with its header");
        }
        if (DECODED.contains(type)) {
            requireIntact(start, length, type);
            cleaned.write(file, start, data.position() - start);
        } else {
            data.skip(CRC);
        }
        switch (type) {
            case "IHDR" -> header(start);
            case "IDAT" -> hasPixels = true;
            case "eXIf" -> orientation = ExifOrientation.of(content);
            case "iCCP" -> {
                requireFirst(hasProfile, type);
                hasProfile = true;
                profile = profile(content);
            }
            default -> {}
        }
        return type;
    }

    private void header(int start) {
        var end = data.position();
        data.moveTo(start + TYPE + TYPE);
        width = data.i32();
        height = data.i32();
        isDeep = data.u8() == DEEP;
        data.moveTo(end);
    }

    /** Each profile expands to megabytes, so that a file must not have thousands of them (§5.6). */
    private static void requireFirst(boolean isPresent, String type) {
        if (isPresent) {
            throw ImageBytes.corrupt("it has more than one part " + type);
        }
    }

    private void requireIntact(int start, int length, String type) {
        var checksum = new CRC32();
        checksum.update(file, start + TYPE, TYPE + length);
        if ((int) checksum.getValue() != data.i32()) {
            throw ImageBytes.corrupt("the checksum of its part " + type + " is wrong");
        }
    }

    /** A name, a zero, the compression method and the compressed profile; none when it cannot be read. */
    private static byte[] profile(byte[] content) {
        var name = 0;
        while (name < content.length && content[name] != 0) {
            name++;
        }
        if (name + 2 >= content.length) {
            return ImageStructure.NONE;
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(content, name + 2, content.length - name - 2);
            var expanded = new byte[MAX_PROFILE];
            var length = inflater.inflate(expanded);
            return inflater.finished() ? Arrays.copyOf(expanded, length) : ImageStructure.NONE;
        } catch (DataFormatException notCompressed) {
            return ImageStructure.NONE;
        } finally {
            inflater.end();
        }
    }
}
