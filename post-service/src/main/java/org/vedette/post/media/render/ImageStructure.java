package org.vedette.post.media.render;

import java.util.Arrays;

/**
 * What a file says of itself, read without decoding anything.
 *
 * @param width of the picture as it is stored, before it is turned
 * @param frames 1 unless it is an animation
 * @param framePixels of all frames together
 * @param bytesPerPixel that a decoder needs
 * @param orientation by which the picture is to be turned (Exif 2.3 §4.6.4), 1 to 8
 * @param profile colour profile that the decoder does not know of; empty when there is none
 * @param cleaned the file without its metadata, and without what follows its end
 */
@SuppressWarnings("ArrayRecordComponent")
record ImageStructure(
        int width,
        int height,
        int frames,
        long framePixels,
        int bytesPerPixel,
        int orientation,
        byte[] profile,
        byte[] cleaned) {

    static final byte[] NONE = {};
    static final int BYTES_PER_PIXEL = 4;

    static ImageStructure still(
            int width, int height, int bytesPerPixel, int orientation, byte[] profile, byte[] cleaned) {
        return new ImageStructure(
                width, height, 1, (long) width * height, bytesPerPixel, orientation, profile, cleaned);
    }

    /** True when a file has neither metadata nor anything after its end. */
    boolean isAllOf(byte[] file) {
        return orientation == ExifOrientation.UPRIGHT && profile.length == 0 && Arrays.equals(cleaned, file);
    }

    long pixels() {
        return (long) width * height;
    }
}
