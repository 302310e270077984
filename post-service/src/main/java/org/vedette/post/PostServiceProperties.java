package org.vedette.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import org.vedette.post.series.Cadence;

/**
 * Settings of the post service.
 *
 * @param baseUrl public address of the site, an http or https URL without a slash at its end, with which permalinks
 *     begin; by default {@code VEDETTE_BASE_URL}, or http://localhost:8080
 * @param database name of the MongoDB database, which is this service's alone; by default vedette_posts
 * @param maxBodySize largest body of a post in Markdown, a size with its unit between 1KB and 1MB; a larger one is
 *     refused with 413; by default 512KB
 * @param sweepEvery how often the relay looks for events that still wait, a duration with its unit of at least 100ms; by
 *     default 1s
 * @param topicReplicas on how many brokers the topics this service makes lie, a whole number of at least 1; as many
 *     brokers must exist; by default {@code VEDETTE_TOPIC_REPLICAS}, or 1
 * @param series the site's series in the order they are listed, to one of which a post may belong; by default the two in
 *     {@code post-service.yml}
 */
@Validated
@ConfigurationProperties("vedette.post")
public record PostServiceProperties(
        @NotNull URI baseUrl,
        @DefaultValue("vedette_posts") @NotBlank String database,
        @DefaultValue("512KB") @NotNull DataSize maxBodySize,
        @DefaultValue("1s") @NotNull Duration sweepEvery,
        @Min(1) int topicReplicas,
        @DefaultValue @NotNull List<@Valid ConfiguredSeries> series) {

    public PostServiceProperties {
        require(
                maxBodySize.compareTo(DataSize.ofKilobytes(1)) >= 0
                        && maxBodySize.compareTo(DataSize.ofMegabytes(1)) <= 0,
                "vedette.post.max-body-size must be between 1KB and 1MB, is " + maxBodySize);
        require(
                sweepEvery.compareTo(Duration.ofMillis(100)) >= 0,
                "vedette.post.sweep-every must be at least 100ms, is " + sweepEvery);
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * A series of the site.
     *
     * @param slug last path segment of its address, of a-z, 0-9 and hyphens; must never change; no default
     * @param title what readers see, not blank; no default
     * @param cadence how often it appears: daily, weekly, monthly or irregular; no default
     */
    public record ConfiguredSeries(
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @NotNull
            String slug,

            @NotBlank String title,
            @NotNull Cadence cadence) {}
}
