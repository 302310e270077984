package org.vedette.starter.tls;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;
import org.vedette.starter.settings.SettingException;

/**
 * How a service connects to Kafka, as {@code VEDETTE_KAFKA_…} say it.
 *
 * @param protocol {@code PLAINTEXT}, {@code SSL}, {@code SASL_SSL} or {@code SASL_PLAINTEXT}
 * @param mechanism {@code SCRAM-SHA-512}, {@code SCRAM-SHA-256} or {@code PLAIN}
 * @param username login name, with SASL
 * @param password its password
 * @param authority PEM file with the certificates that are trusted instead of those of the JVM; empty for the JVM's
 * @param certificate PEM file with the certificate of the service, where the broker wants one; empty otherwise
 * @param key PEM file with its key (PKCS#8)
 */
record KafkaSecurity(
        String protocol,
        String mechanism,
        String username,
        String password,
        String authority,
        String certificate,
        String key) {

    private static final String SETTINGS = "vedette.kafka.";
    private static final String BUNDLE = "spring.ssl.bundle.pem.kafka.";
    private static final String PLAINTEXT = "PLAINTEXT";
    private static final List<String> PROTOCOLS = List.of(PLAINTEXT, "SSL", "SASL_SSL", "SASL_PLAINTEXT");
    private static final Map<String, String> MODULES = Map.of(
            "SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule",
            "SCRAM-SHA-256", "org.apache.kafka.common.security.scram.ScramLoginModule",
            "PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

    /** @throws SettingException when the settings contradict each other, or one has a value nobody knows */
    static KafkaSecurity in(PropertyResolver settings) {
        var security = new KafkaSecurity(
                text(settings, "security-protocol", PLAINTEXT).toUpperCase(Locale.ROOT),
                text(settings, "sasl-mechanism", "SCRAM-SHA-512").toUpperCase(Locale.ROOT),
                text(settings, "username", ""),
                text(settings, "password", ""),
                text(settings, "ca", ""),
                text(settings, "certificate", ""),
                text(settings, "key", ""));
        security.check();
        return security;
    }

    private static String text(PropertyResolver settings, String name, String otherwise) {
        var text = settings.getProperty(SETTINGS + name, "");
        return text.isBlank() ? otherwise : text.strip();
    }

    private void check() {
        require(
                PROTOCOLS.contains(protocol),
                "VEDETTE_KAFKA_SECURITY_PROTOCOL is '%s'. It must be one of %s.".formatted(protocol, PROTOCOLS));
        require(
                MODULES.containsKey(mechanism),
                "VEDETTE_KAFKA_SASL_MECHANISM is '%s'. It must be SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN."
                        .formatted(mechanism));
        require(
                hasSasl() ? !username.isEmpty() && !password.isEmpty() : username.isEmpty(),
                "VEDETTE_KAFKA_USERNAME and VEDETTE_KAFKA_PASSWORD belong to the protocols SASL_SSL and SASL_PLAINTEXT, which need"
                        + " both; VEDETTE_KAFKA_SECURITY_PROTOCOL is '%s'.".formatted(protocol));
        require(
                hasTls() || (authority.isEmpty() && certificate.isEmpty()),
                "VEDETTE_KAFKA_CA and VEDETTE_KAFKA_CERTIFICATE belong to the protocols SSL and SASL_SSL;"
                        + " VEDETTE_KAFKA_SECURITY_PROTOCOL is '%s'.".formatted(protocol));
        require(
                certificate.isEmpty() == key.isEmpty(),
                "Set both VEDETTE_KAFKA_CERTIFICATE and VEDETTE_KAFKA_KEY, or neither.");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new SettingException(otherwise);
        }
    }

    private boolean hasTls() {
        return protocol.endsWith("SSL");
    }

    private boolean hasSasl() {
        return protocol.startsWith("SASL");
    }

    /** The settings of Spring Boot that say the same. */
    Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        if (!protocol.equals(PLAINTEXT)) {
            properties.put("spring.kafka.security.protocol", protocol);
        }
        if (hasSasl()) {
            properties.put("spring.kafka.properties[sasl.mechanism]", mechanism);
            properties.put("spring.kafka.properties[sasl.jaas.config]", login());
        }
        addFiles(properties);
        return properties;
    }

    /** The settings of Kafka's own clients that say the same. */
    Map<String, Object> clientSettings() {
        var settings = new HashMap<String, Object>(Map.of("security.protocol", protocol));
        if (hasSasl()) {
            settings.put("sasl.mechanism", mechanism);
            settings.put("sasl.jaas.config", login());
        }
        if (!authority.isEmpty()) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.certificates", PemFiles.text("VEDETTE_KAFKA_CA", authority));
        }
        if (!certificate.isEmpty()) {
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.certificate.chain", PemFiles.text("VEDETTE_KAFKA_CERTIFICATE", certificate));
            settings.put("ssl.keystore.key", PemFiles.text("VEDETTE_KAFKA_KEY", key));
        }
        return settings;
    }

    private void addFiles(Map<String, Object> properties) {
        if (!authority.isEmpty()) {
            properties.put(BUNDLE + "truststore.certificate", PemFiles.uri("VEDETTE_KAFKA_CA", authority));
        }
        if (!certificate.isEmpty()) {
            properties.put(BUNDLE + "keystore.certificate", PemFiles.uri("VEDETTE_KAFKA_CERTIFICATE", certificate));
            properties.put(BUNDLE + "keystore.private-key", PemFiles.uri("VEDETTE_KAFKA_KEY", key));
        }
        if (!authority.isEmpty() || !certificate.isEmpty()) {
            properties.put("spring.kafka.ssl.bundle", "kafka");
        }
    }

    private String login() {
        return "%s required username=\"%s\" password=\"%s\";"
                .formatted(MODULES.get(mechanism), quoted(username), quoted(password));
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return "KafkaSecurity[protocol=" + protocol + "]";
    }
}
