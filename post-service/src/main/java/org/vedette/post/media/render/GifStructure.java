package org.vedette.post.media.render;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.vedette.starter.ThreadConfined;

/** The blocks of a GIF (GIF89a §15 ff.). */
@ThreadConfined("the thread that works on the picture")
final class GifStructure {

    private static final int VERSION = 6;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int END = 0x3B;
    private static final int HAS_COLORS = 0x80;
    private static final int COLORS = 0x07;

    /** Frames take no more than a byte for each pixel, but are drawn on one another. */
    private static final int BYTES_PER_PIXEL = 4;

    private final byte[] file;
    private final ImageBytes data;
    private int width;
    private int height;
    private int frames;
    private long pixels;

    private GifStructure(byte[] file, ImageBytes data) {
        this.file = file;
        this.data = data;
    }

    static ImageStructure of(byte[] file) {
        return ImageBytes.read(file, ByteOrder.LITTLE_ENDIAN, data -> new GifStructure(file, data).read());
    }

    private ImageStructure read() {
        data.skip(VERSION);
        width = data.u16();
        height = data.u16();
        var flags = data.u8();
        data.skip(2);
        skipColors(flags);
        for (var block = data.u8(); block != END; block = data.u8()) {
            block(block);
        }
        if (frames == 0 || width == 0 || height == 0) {
            throw ImageBytes.corrupt("it has no pixels");
        }
        return new ImageStructure(
                width,
                height,
                frames,
                pixels,
                BYTES_PER_PIXEL,
                ExifOrientation.UPRIGHT,
                ImageStructure.NONE,
                Arrays.copyOf(file, data.position()));
    }

    private void block(int type) {
        if (type == EXTENSION) {
            data.skip(1);
        } else if (type == IMAGE) {
            frame();
            skipColors(data.u8());
            data.skip(1);
        } else {
            throw ImageBytes.corrupt("it has a block of an unknown kind");
        }
        skipSubBlocks();
    }

    /** One that leaves the screen is not allowed (§20), and would take more memory than was reserved for the screen. */
    private void frame() {
        var left = data.u16();
        var top = data.u16();
        var frameWidth = data.u16();
        var frameHeight = data.u16();
        if (left + frameWidth > width || top + frameHeight > height) {
            throw ImageBytes.corrupt("a frame of it is larger than the picture");
        }
        frames++;
        pixels += (long) frameWidth * frameHeight;
    }

    private void skipColors(int flags) {
        if ((flags & HAS_COLORS) != 0) {
            data.skip(3 << ((flags & COLORS) + 1));
        }
    }

    private void skipSubBlocks() {
        for (var length = data.u8(); length != 0; length = data.u8()) {
            data.skip(length);
        }
    }
}
