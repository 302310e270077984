package org.vedette.gateway.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of accounts and sessions.
 *
 * @param database name of the database. Default {@code vedette_gateway}
 * @param sessionIdle a session ends after so long without a request. Default 2 h
 * @param sessionEnd a session ends after so long, whatever happens. Default 12 h
 * @param auditRetention how long entries of the audit log are kept. Default 400 days
 * @param adminLogin login name of the first account. Default {@code admin}
 * @param adminPasswordFile file with the password of the first account, which is created when there is none; may be removed
 *     afterwards. Default: none, no account is created
 * @param encryptionKey file with the keys that encrypt the secrets of second factors, one on each line, the Base64 of 32 bytes;
 *     the last one encrypts, all of them decrypt. An invalid file prevents the start. Default: none, no second factor can be
 *     set up, and those that are stored unencrypted stay so
 */
@Validated
@ConfigurationProperties("vedette.accounts")
record AccountProperties(
        @DefaultValue("vedette_gateway") @NotBlank String database,
        @DefaultValue("2h") @NotNull Duration sessionIdle,
        @DefaultValue("12h") @NotNull Duration sessionEnd,
        @DefaultValue("400d") @NotNull Duration auditRetention,
        @DefaultValue("admin") @NotBlank String adminLogin,
        @Nullable Path adminPasswordFile,
        @Nullable Path encryptionKey) {

    AccountProperties {
        adminPasswordFile = emptyToNull(adminPasswordFile);
        encryptionKey = emptyToNull(encryptionKey);
    }

    /** Treats an empty environment variable as one that is not set. */
    private static @Nullable Path emptyToNull(@Nullable Path path) {
        return path == null || path.toString().isBlank() ? null : path;
    }
}
