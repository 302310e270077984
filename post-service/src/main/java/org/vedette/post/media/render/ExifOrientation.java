package org.vedette.post.media.render;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (Exif 2.3 §4.6.4, tag 0x0112): nothing else of its metadata matters. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int HIGHEST = 8;

    /** From here on, width and height change places. */
    private static final int FIRST_QUARTER_TURN = 5;

    private static final int TAG = 0x0112;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;
    private static final int UNSIGNED = 0xFFFF;

    private ExifOrientation() {}

    /** Reads the first directory of a TIFF structure; whatever cannot be read means upright. */
    static int of(byte[] tiff) {
        try {
            var data = ByteBuffer.wrap(tiff);
            data.order(data.getShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            data.position(data.getInt(4));
            var entries = data.getShort() & UNSIGNED;
            for (var at = data.position(); entries > 0; at += ENTRY, entries--) {
                if ((data.getShort(at) & UNSIGNED) == TAG && data.getShort(at + 2) == SHORT) {
                    var value = data.getShort(at + 8);
                    return value >= UPRIGHT && value <= HIGHEST ? value : UPRIGHT;
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException noDirectory) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    static boolean swapsSides(int orientation) {
        return orientation >= FIRST_QUARTER_TURN;
    }

    /** The picture upright. */
    static BufferedImage apply(BufferedImage image, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        var width = swapsSides(orientation) ? image.getHeight() : image.getWidth();
        var height = swapsSides(orientation) ? image.getWidth() : image.getHeight();
        var upright = new BufferedImage(width, height, image.getType());
        var graphics = upright.createGraphics();
        try {
            graphics.drawImage(image, transform(orientation, image.getWidth(), image.getHeight()), null);
        } finally {
            graphics.dispose();
        }
        return upright;
    }

    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
