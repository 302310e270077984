package org.vedette.notification.delivery.mail;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing mails, under {@code vedette.dkim}.
 *
 * @param keys PEM files with private keys (PKCS#8; RSA of 2048 bits or more, or Ed25519), each named as its selector and {@code
 *     .pem}; every mail gets a signature of each; none by default
 * @param domain the domain that signs, which is that of the sender or above it; by default that of the sender
 */
@ConfigurationProperties("vedette.dkim")
record DkimProperties(
        @DefaultValue List<Path> keys, @Nullable String domain) {

    DkimProperties {
        keys = List.copyOf(keys);
    }
}
