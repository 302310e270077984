package org.vedette.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Language;
import org.vedette.post.series.Cadence;

/**
 * Settings of the post service.
 *
 * @param baseUrl public address of the site, an http or https URL without a slash at its end, with which permalinks
 *     begin; by default {@code VEDETTE_BASE_URL}, or http://localhost:8080
 * @param database name of the MongoDB database, which no other service uses; by default vedette_posts
 * @param language language of posts that name none, a BCP 47 tag such as en, pt-BR or zh-Hant; by default
 *     {@code VEDETTE_SITE_LANGUAGE}, or en
 * @param zone time zone of the site, such as Europe/Berlin, in which a time without an offset is explained; by default
 *     {@code VEDETTE_SITE_ZONE}, or UTC
 * @param maxBodySize maximum size of the Markdown of a post, a size with its unit between 1KB and 1MB; a larger one is
 *     refused with 413; by default 512KB
 * @param sweepEvery interval at which the relay looks for pending events that were not sent at once, a duration with its unit
 *     of at least 100ms; by default 1s
 * @param indexDirectory directory in which the service creates the index of its lists, anew at each start; by default
 *     {@code VEDETTE_POST_INDEX_DIRECTORY}, or the directory for temporary files
 * @param topicReplicas replication factor of the topics this service creates, a whole number of at least 1 and at most the
 *     number of brokers; by default {@code VEDETTE_TOPIC_REPLICAS}, or 1
 * @param series the series that are there from the start, in the order of lists; by default the two in
 *     {@code post-service.yml}
 */
@Validated
@ConfigurationProperties("vedette.post")
public record PostServiceProperties(
        @NotNull URI baseUrl,
        @DefaultValue("vedette_posts") @NotBlank String database,
        @DefaultValue("en") @NotNull String language,
        @DefaultValue("UTC") @NotNull ZoneId zone,
        @DefaultValue("512KB") @NotNull DataSize maxBodySize,
        @DefaultValue("1s") @NotNull Duration sweepEvery,
        @NotNull Path indexDirectory,
        @Min(1) int topicReplicas,
        @DefaultValue @NotNull List<@Valid ConfiguredSeries> series) {

    public PostServiceProperties {
        language = canonical(language);
        require(
                maxBodySize.compareTo(DataSize.ofKilobytes(1)) >= 0
                        && maxBodySize.compareTo(DataSize.ofMegabytes(1)) <= 0,
                "vedette.post.max-body-size must be between 1KB and 1MB, is " + maxBodySize);
        require(
                sweepEvery.compareTo(Duration.ofMillis(100)) >= 0,
                "vedette.post.sweep-every must be at least 100ms, is " + sweepEvery);
    }

    private static String canonical(String language) {
        try {
            return Language.parse(language).tag();
        } catch (InvalidValueException invalid) {
            throw new IllegalArgumentException("vedette.post.language " + invalid.getMessage() + ", is " + language);
        }
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }

    /**
     * A series of the site.
     *
     * @param slug last path segment of its address, of a-z, 0-9 and hyphens; must never change; no default
     * @param title shown to readers, not blank; no default
     * @param cadence how often it appears: daily, weekly, monthly or irregular; no default
     */
    public record ConfiguredSeries(
            @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @NotNull
            String slug,

            @NotBlank String title,
            @NotNull Cadence cadence) {}
}
