package org.vedette.notification.delivery.mail.smtp;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast mail servers are sent to, and further mail servers, under {@code vedette.smtp}. Where the first server is, is
 * under {@code spring.mail}; its connections and all timeouts are under {@code vedette.notification.smtp}.
 *
 * @param weight share of the first server beside the others, 1 to 1,000; 1 by default
 * @param rate messages a second to the first server at most, of each instance; 0, the default, leaves it to the server's
 *     replies
 * @param domainRate messages a second to each destination domain at most, of each instance; 0, the default, leaves it to
 *     the replies
 * @param connectionAge how long a connection is used at most; {@code 10m} by default
 * @param servers further servers, in any number; none by default
 */
@Validated
@ConfigurationProperties("vedette.smtp")
record SmtpProperties(
        @DefaultValue("1") @Min(1) @Max(1000) int weight,
        @DefaultValue("0") @PositiveOrZero double rate,
        @DefaultValue("0") @PositiveOrZero double domainRate,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration connectionAge,
        @DefaultValue @Valid List<Server> servers) {

    SmtpProperties {
        servers = List.copyOf(servers);
    }

    /**
     * One more mail server. Encryption is as for the first one.
     *
     * @param host its name or address; no default
     * @param port its port; 25 by default
     * @param username login, or empty for none
     * @param password of the login
     * @param weight its share beside the others, 1 to 1,000; 1 by default
     * @param connections connections to it, 1 to 100; 4 by default
     * @param rate messages a second at most, of each instance; 0, the default, leaves it to the server's replies
     */
    record Server(
            @NotBlank(message = "VEDETTE_SMTP_SERVERS_…_HOST must be set")
            String host,

            @DefaultValue("25") @Min(1) @Max(65_535) int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("1") @Min(1) @Max(1000) int weight,
            @DefaultValue("4") @Min(1) @Max(100) int connections,
            @DefaultValue("0") @PositiveOrZero double rate) {}

    /** The value of a setting where 0 stands for no limit. */
    static double limit(double rate) {
        return rate > 0 ? rate : Double.POSITIVE_INFINITY;
    }
}
