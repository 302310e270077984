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
 * @param baseUrl public address of the site, without a slash at its end; permalinks begin with it
 * @param database name of the MongoDB database, which is this service's alone
 * @param maxBodySize largest body of a post in Markdown, between 1 KB and 1 MB; a larger one is refused with 413
 * @param sweepEvery how often the relay looks for events that still wait, at least 100 ms
 * @param topicReplicas replicas of the topics this service makes; as many brokers must exist
 * @param series the site's series in the order they are listed; a post may belong to one of them
 */
@Validated
@ConfigurationProperties("vedette.post")
public record PostServiceProperties(
        @DefaultValue("http://localhost:8080") @NotNull URI baseUrl,
        @DefaultValue("vedette_posts") @NotBlank String database,
        @DefaultValue("512KB") @NotNull DataSize maxBodySize,
        @DefaultValue("1s") @NotNull Duration sweepEvery,
        @DefaultValue("1") @Min(1) int topicReplicas,
        @DefaultValue @NotNull List<@Valid Column> series) {

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
     * @param slug last path segment of its address, of a-z, 0-9 and hyphens; must never change
     * @param title what readers see, at most 200 characters
     * @param cadence how often it appears: daily, weekly, monthly or irregular
     */
    public record Column(
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @NotNull
            String slug,

            @NotBlank String title,
            @NotNull Cadence cadence) {}
}
