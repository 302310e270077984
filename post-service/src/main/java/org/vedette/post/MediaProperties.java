package org.vedette.post;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import org.vedette.post.media.MediaLimits;

/**
 * Limits of uploaded pictures.
 *
 * @param maxBytes size of a file, between 1KB and 100MB; a larger one is refused with 413. The gateway has a limit of its own,
 *     {@code VEDETTE_MEDIA_MAXREQUEST}, which must be larger. Default 20MB
 * @param maxPixels width times height, at least 1; a larger picture is refused with 422. Default 40,000,000
 * @param maxSide width, and height, between 1 and 65,535. Default 16,384
 * @param maxFrames of an animation, at least 1. Default 200
 * @param memory that the pictures in work take together, at 8 bytes for each pixel, or 16 for one of 16-bit colours; a picture
 *     that needs more is refused with 422, one that has to wait with 503. Default 0B, which stands for two fifths of the heap
 * @param timeout for the work on one picture, at least 1s; then it is refused with 503. Default 30s
 */
@Validated
@ConfigurationProperties("vedette.media")
record MediaProperties(
        @DefaultValue("20MB") @NotNull DataSize maxBytes,
        @DefaultValue("40000000") @Min(1) long maxPixels,
        @DefaultValue("16384") @Min(1) @Max(65_535) int maxSide,
        @DefaultValue("200") @Min(1) int maxFrames,
        @DefaultValue("0B") @NotNull DataSize memory,
        @DefaultValue("30s") @NotNull Duration timeout) {

    /** Many small frames cost less than one large picture. */
    private static final int FRAMES_AS_PICTURES = 4;

    private static final int HEAP_PARTS = 5;

    MediaProperties {
        require(
                maxBytes.compareTo(DataSize.ofKilobytes(1)) >= 0 && maxBytes.compareTo(DataSize.ofMegabytes(100)) <= 0,
                "vedette.media.max-bytes must be between 1KB and 100MB, is " + maxBytes);
        require(!memory.isNegative(), "vedette.media.memory must not be negative, is " + memory);
        require(
                timeout.compareTo(Duration.ofSeconds(1)) >= 0,
                "vedette.media.timeout must be at least 1s, is " + timeout);
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }

    /** @param heap largest size of the heap, in bytes */
    MediaLimits limits(long heap) {
        var forAll = memory.toBytes() == 0 ? heap / HEAP_PARTS * 2 : memory.toBytes();
        return new MediaLimits(
                maxBytes.toBytes(), maxPixels, maxSide, maxFrames, maxPixels * FRAMES_AS_PICTURES, forAll, timeout);
    }
}
