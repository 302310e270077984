package org.vedette.post;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import org.vedette.post.imports.ImportLimits;

/**
 * Limits of imports.
 *
 * @param maxBytes size of a file, at least 1KB; a larger one is refused with 413. The gateway has a limit of its own, {@code
 *     VEDETTE_IMPORTS_MAXREQUEST}, which must be larger. Default 256MB
 * @param maxFiles in a zip, at least 1. An export of Vedette has one for each revision and for each file of a picture. Default 200,000
 * @param maxUnpacked size of all that is read from a zip together, at least 1KB. Default 2GB
 * @param maxText size of one post in the file, between 1KB and 20MB. Default 4MB
 * @param directory where a file is while it is received and read; created when it is missing. Default {@code java.io.tmpdir}
 */
@Validated
@ConfigurationProperties("vedette.imports")
record ImportProperties(
        @DefaultValue("256MB") @NotNull DataSize maxBytes,
        @DefaultValue("200000") @Min(1) int maxFiles,
        @DefaultValue("2GB") @NotNull DataSize maxUnpacked,
        @DefaultValue("4MB") @NotNull DataSize maxText,
        @NotNull Path directory) {

    ImportProperties {
        require(maxBytes.toKilobytes() >= 1, "vedette.imports.max-bytes must be at least 1KB, is " + maxBytes);
        require(maxUnpacked.toKilobytes() >= 1, "vedette.imports.max-unpacked must be at least 1KB, is " + maxUnpacked);
        require(
                maxText.toKilobytes() >= 1 && maxText.toMegabytes() <= 20,
                "vedette.imports.max-text must be between 1KB and 20MB, is " + maxText);
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }

    ImportLimits limits(long maxPicture) {
        return new ImportLimits(
                maxBytes.toBytes(),
                maxFiles,
                maxUnpacked.toBytes(),
                Math.toIntExact(maxText.toBytes()),
                Math.toIntExact(maxPicture));
    }
}
