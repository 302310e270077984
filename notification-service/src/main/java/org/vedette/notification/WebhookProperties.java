package org.vedette.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of webhooks, under {@code vedette.notification.webhooks}.
 *
 * @param httpAllowed whether receivers may be without TLS; false by default
 * @param allowedNetworks ranges of IP addresses that may be sent to although they are not of the public Internet, in CIDR
 *     notation, separated by commas; none by default
 * @param encryptionKey file with the keys that encrypt secrets and addresses in the store: one on each line, the Base64 of 32
 *     bytes, the last one encrypts; or a key itself. Without one they are stored as they are
 * @param admins mail addresses of those who are told when a webhook was disabled, separated by commas; none by default
 * @param most most webhooks, 1 to 10,000; 1,000 by default
 * @param timeout how long a receiver may take for an attempt; {@code 10s} by default
 * @param total most receivers that one process sends to at the same time, 1 to 1,000; 100 by default
 * @param perWebhook most messages that one receiver gets at the same time, 1 to 50; 2 by default
 * @param turn how long a process sends to one receiver before others have their turn; {@code 10s} by default
 * @param check pause between two looks for messages that are due; {@code 500ms} by default
 * @param firstRetry pause after the first attempt that failed; it doubles after each one; {@code 5s} by default
 * @param longestRetry longest pause between two attempts; {@code 1h} by default
 * @param giveUpAfter how long a message is attempted; {@code 72h} by default
 * @param disableAfter how long nothing may be delivered until a webhook is disabled; {@code 5d} by default
 * @param secretOverlap how long a secret signs after there is a new one; {@code 24h} by default
 * @param retention how long deliveries that are settled are kept; {@code 30d} by default
 */
@Validated
@ConfigurationProperties("vedette.notification.webhooks")
public record WebhookProperties(
        @DefaultValue("false") boolean httpAllowed,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("") String encryptionKey,
        @DefaultValue List<String> admins,
        @DefaultValue("1000") @Min(1) @Max(10_000) int most,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration timeout,
        @DefaultValue("100") @Min(1) @Max(1_000) int total,
        @DefaultValue("2") @Min(1) @Max(50) int perWebhook,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration turn,
        @DefaultValue("500ms") @DurationMin(millis = 10) Duration check,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration firstRetry,
        @DefaultValue("1h") @DurationMin(millis = 1) Duration longestRetry,
        @DefaultValue("72h") @DurationMin(millis = 1) Duration giveUpAfter,
        @DefaultValue("5d") @DurationMin(millis = 1) Duration disableAfter,
        @DefaultValue("24h") Duration secretOverlap,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration retention) {

    public WebhookProperties {
        allowedNetworks = List.copyOf(allowedNetworks);
        admins = List.copyOf(admins);
    }
}
