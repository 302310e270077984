package org.vedette.post.studio.progress.web;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the studio reads how publication goes on.
 *
 * @param feedService address of the feed service, an http or https URL; by default {@code VEDETTE_FEED_SERVICE}, or
 *     http://localhost:8082
 * @param notificationService address of the notification service; by default {@code VEDETTE_NOTIFICATION_SERVICE}, or
 *     http://localhost:8083
 * @param timeout how long a page of the studio waits for either, a duration with its unit; by default 1s
 */
@Validated
@ConfigurationProperties("vedette.studio.progress")
record ProgressProperties(
        @NotNull URI feedService,
        @NotNull URI notificationService,
        @DefaultValue("1s") @NotNull Duration timeout) {}
