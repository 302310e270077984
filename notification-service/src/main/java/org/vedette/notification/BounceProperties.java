package org.vedette.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Reports about mails that came back or that somebody complained about, under {@code vedette.bounces}.
 *
 * @param returnPath address below which each mail gets one of its own for reports about it, such as {@code
 *     bounces@example.org}, with 13 characters at most in front of the {@code @}; by default reports go to the sender's address
 * @param maildir directory with {@code new} and {@code cur} in which a mail server stores reports; none by default
 * @param maildirCheck pause between two looks into it; {@code 10s} by default
 * @param largest largest report that is read; {@code 2MB} by default
 * @param softLimit points from which on a soft bounce counts as a hard one; 5 by default
 * @param halfLife after how long the point of a soft bounce is worth half; {@code 30d} by default
 * @param smtp the server that takes reports
 */
@Validated
@ConfigurationProperties("vedette.bounces")
public record BounceProperties(
        @DefaultValue("") String returnPath,
        @DefaultValue("") String maildir,
        @DefaultValue("10s") @DurationMin(millis = 10) Duration maildirCheck,
        @DefaultValue("2MB") @NotNull DataSize largest,
        @DefaultValue("5") @Min(1) double softLimit,
        @DefaultValue("30d") @DurationMin(hours = 1) Duration halfLife,
        @Valid @DefaultValue Smtp smtp) {

    /**
     * The server that takes reports by SMTP. It needs a return path.
     *
     * @param port where it listens; 0, the default, switches it off
     * @param address the address it listens at; all of this host by default
     * @param connections most connections at once; 50 by default
     * @param idleTimeout how long a client may be silent; {@code 60s} by default
     */
    public record Smtp(
            @DefaultValue("0") @Min(0) @Max(65_535) int port,
            @DefaultValue("0.0.0.0") String address,
            @DefaultValue("50") @Min(1) @Max(10_000) int connections,
            @DefaultValue("60s") @DurationMin(millis = 10) Duration idleTimeout) {}
}
