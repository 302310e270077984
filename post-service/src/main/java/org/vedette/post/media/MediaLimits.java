package org.vedette.post.media;

import java.time.Duration;

/**
 * What an upload may take.
 *
 * @param bytes size of the file
 * @param pixels width times height
 * @param side width, and height
 * @param frames of an animation
 * @param framePixels of all frames of an animation together
 * @param memory bytes that the pictures in work may take together
 * @param timeout for the work on one picture
 */
public record MediaLimits(
        long bytes, long pixels, int side, int frames, long framePixels, long memory, Duration timeout) {}
