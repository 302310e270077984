package org.vedette.notification.webhooks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.WebhookProperties;

/** Reads the keys that encrypt secrets in the store. */
@Configuration(proxyBeanMethods = false)
class WebhookCipherConfiguration {

    /** A platform may give secrets by the environment alone. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/_-]{43}=?");

    @Bean
    SecretCipher webhookCipher(WebhookProperties properties) {
        try {
            return new SecretCipher(keys(properties.encryptionKey()), new SecureRandom());
        } catch (IOException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "The file of the encryption key, %s, is invalid: %s. Name a file with a key on each line in"
                                    .formatted(properties.encryptionKey(), unusable.getMessage())
                            + " VEDETTE_ENCRYPTION_KEY; this makes a key: openssl rand -base64 32",
                    unusable);
        }
    }

    private static List<String> keys(String file) throws IOException {
        if (file.isBlank()) {
            return List.of();
        }
        if (KEY.matcher(file).matches() && !Files.exists(Path.of(file))) {
            return List.of(file);
        }
        var keys = Files.readAllLines(Path.of(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it has no key");
        }
        return keys;
    }
}
