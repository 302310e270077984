package org.vedette.gateway.bodies;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where request bodies wait until they have arrived; their maximum sizes are those of {@code vedette.gateway}, or the
 * metadata {@code max-body} of a route.
 *
 * @param inMemory largest body that waits in memory; a larger one waits in a temporary file. Default 256 KB
 * @param memory memory for all bodies together; beyond it, smaller ones wait in files as well. Default 32 MB
 * @param disk size of all files together; beyond it, requests are rejected with 503. The directory must have as much space, and
 *     more than the largest body. Default 4 GB
 * @param directory where the files are; created when it is missing. They have no name there, so none is left when the gateway
 *     crashes. Default {@code java.io.tmpdir}
 */
@Validated
@ConfigurationProperties("vedette.gateway.bodies")
record BodiesProperties(
        @DefaultValue("256KB") @NotNull DataSize inMemory,
        @DefaultValue("32MB") @NotNull DataSize memory,
        @DefaultValue("4GB") @NotNull DataSize disk,
        @NotNull Path directory) {}
