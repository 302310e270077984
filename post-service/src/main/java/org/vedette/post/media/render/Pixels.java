package org.vedette.post.media.render;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import net.coobird.thumbnailator.resizers.Resizers;

/** Changes decoded pictures: their colours to sRGB, which is what a picture without a profile has, and their size. */
final class Pixels {

    private static final int OPAQUE = 0xFF;
    private static final int ALPHA_SHIFT = 24;

    private Pixels() {}

    /** The picture in sRGB, without an alpha channel when nothing of it is transparent. */
    static BufferedImage toSrgb(BufferedImage image, byte[] profile) {
        var type = isOpaque(image) ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_INT_ARGB;
        var converted = image.getType() == type && profile.length == 0 ? image : drawn(image, type);
        return profile.length == 0 ? converted : fromProfile(converted, profile);
    }

    static boolean isOpaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return true;
        }
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                if (pixel >>> ALPHA_SHIFT != OPAQUE) {
                    return false;
                }
            }
        }
        return true;
    }

    static BufferedImage resized(BufferedImage image, int width, int height) {
        if (image.getWidth() == width && image.getHeight() == height) {
            return image;
        }
        var resized = new BufferedImage(width, height, image.getType());
        Resizers.PROGRESSIVE.resize(image, resized);
        return resized;
    }

    /** A canvas with the picture on it. */
    static BufferedImage on(int width, int height, BufferedImage image, int left, int top) {
        var canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = canvas.createGraphics();
        try {
            graphics.drawImage(image, left, top, null);
        } finally {
            graphics.dispose();
        }
        return canvas;
    }

    private static BufferedImage drawn(BufferedImage image, int type) {
        var drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var graphics = drawn.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /** Converts the colours in place; a profile that cannot be used, such as one for print, is as good as none. */
    private static BufferedImage fromProfile(BufferedImage image, byte[] profile) {
        try {
            var source = ICC_Profile.getInstance(profile);
            if (source.getColorSpaceType() == ColorSpace.TYPE_RGB) {
                convert(image, new ICC_ColorSpace(source));
            }
        } catch (IllegalArgumentException | CMMException unusable) {
            return image;
        }
        return image;
    }

    private static void convert(BufferedImage image, ColorSpace source) {
        var bands = new int[] {0, 1, 2};
        var raster = image.getRaster();
        var colors = raster.createWritableChild(0, 0, image.getWidth(), image.getHeight(), 0, 0, bands);
        new ColorConvertOp(source, ColorSpace.getInstance(ColorSpace.CS_sRGB), null).filter(colors, colors);
    }
}
