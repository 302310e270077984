package org.vedette.post.media.render;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.vedette.starter.ThreadConfined;

/** The segments of a JPEG (ISO/IEC 10918-1 Annex B). */
@ThreadConfined("the thread that works on the picture")
final class JpegStructure {

    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final String EXIF = "Exif\0\0";

    /** Each scan of a progressive picture is a pass over all of it. */
    private static final int MAX_SCANS = 100;

    private final byte[] file;
    private final ImageBytes data;
    private final ByteArrayOutputStream cleaned;
    private int width;
    private int height;
    private int orientation = ExifOrientation.UPRIGHT;

    private JpegStructure(byte[] file, ImageBytes data) {
        this.file = file;
        this.data = data;
        this.cleaned = new ByteArrayOutputStream(file.length);
    }

    static ImageStructure of(byte[] file) {
        return ImageBytes.read(file, ByteOrder.BIG_ENDIAN, data -> new JpegStructure(file, data).read());
    }

    private ImageStructure read() {
        data.skip(2);
        cleaned.write(MARKER);
        cleaned.write(START_OF_IMAGE);
        for (var marker = marker(); marker != START_OF_SCAN; marker = marker()) {
            segment(marker);
        }
        if (width == 0 || height == 0) {
            throw ImageBytes.corrupt("it does not say its size");
        }
        var scans = data.position() - 2;
        cleaned.write(file, scans, endOfScans(data.position()) - scans);
        return ImageStructure.still(
                width, height, ImageStructure.BYTES_PER_PIXEL, orientation, ImageStructure.NONE, cleaned.toByteArray());
    }

    private int marker() {
        if (data.u8() != MARKER) {
            throw ImageBytes.corrupt("it has no marker where one must be");
        }
        var marker = data.u8();
        while (marker == MARKER) {
            marker = data.u8();
        }
        if ((marker >= FIRST_RESTART && marker <= END_OF_IMAGE) || marker <= 1) {
            throw ImageBytes.corrupt("it ends before the picture begins");
        }
        return marker;
    }

    private void segment(int marker) {
        var start = data.position();
        var length = data.u16();
        var content = data.bytes(Math.max(length, 2) - 2);
        if (isFrame(marker)) {
            if (width != 0) {
                throw ImageBytes.corrupt("it says its size more than once");
            }
            data.moveTo(start + 3);
            height = data.u16();
            width = data.u16();
            data.moveTo(start + length);
        }
        if (marker == APP1 && beginsWithExif(content)) {
            orientation = ExifOrientation.of(Arrays.copyOfRange(content, EXIF.length(), content.length));
        }
        if (!isMetadata(marker)) {
            cleaned.write(MARKER);
            cleaned.write(marker);
            cleaned.write(file, start, data.position() - start);
        }
    }

    private static boolean beginsWithExif(byte[] content) {
        for (var i = 0; i < EXIF.length(); i++) {
            if (i >= content.length || content[i] != EXIF.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Table B.1: between 0xC0 and 0xCF, save for tables and a reserved one. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The decoder needs the colour profile (APP2) and what Adobe says of the colours (APP14). */
    private static boolean isMetadata(int marker) {
        return marker == COMMENT || (marker > APP0 && marker <= APP15 && marker != APP2 && marker != APP14);
    }

    /** In scans, 0xFF is followed by 0 or by a marker. */
    private int endOfScans(int from) {
        var scans = 1;
        for (var at = from; at + 1 < file.length; at++) {
            if ((file[at] & MARKER) != MARKER) {
                continue;
            }
            var marker = file[at + 1] & MARKER;
            if (marker == END_OF_IMAGE) {
                return at + 2;
            }
            scans += marker == START_OF_SCAN ? 1 : 0;
            if (scans > MAX_SCANS) {
                throw ImageBytes.corrupt("it has more than " + MAX_SCANS + " scans");
            }
        }
        throw ImageBytes.truncated();
    }
}
