package org.vedette.gateway.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches TLS on, with HTTP/2 by ALPN, when {@code VEDETTE_TLS_CERTIFICATE} and {@code VEDETTE_TLS_KEY} name PEM files. When the
 * files change, new connections get the new certificate. Without TLS, {@code VEDETTE_HTTP2_CLEARTEXT} decides about HTTP/2.
 */
class TlsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String CERTIFICATE = "VEDETTE_TLS_CERTIFICATE";
    private static final String KEY = "VEDETTE_TLS_KEY";
    private static final String SETTINGS = "vedette.gateway.tls.";

    private static final String BUNDLE = "spring.ssl.bundle.pem.gateway.";

    /** After the files of settings have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** In standalone, this is called for the other services too. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if ("gateway".equals(environment.getProperty("spring.application.name"))) {
            environment.getPropertySources().addFirst(new MapPropertySource("vedette-tls", settings(environment)));
        }
    }

    private static Map<String, Object> settings(ConfigurableEnvironment environment) {
        var certificate = environment.getProperty(SETTINGS + "certificate", "");
        var key = environment.getProperty(SETTINGS + "key", "");
        var settings = new HashMap<String, Object>();
        if (certificate.isBlank() && key.isBlank()) {
            settings.put("server.http2.enabled", environment.getProperty(SETTINGS + "http2-cleartext", "false"));
            return settings;
        }
        settings.put(BUNDLE + "keystore.certificate", file(CERTIFICATE, certificate));
        settings.put(BUNDLE + "keystore.private-key", file(KEY, key));
        settings.put(BUNDLE + "reload-on-update", "true");
        settings.put("server.ssl.bundle", "gateway");
        settings.put("server.http2.enabled", "true");
        return settings;
    }

    private static String file(String setting, String path) {
        if (path.isBlank()) {
            throw new IllegalStateException(
                    "%s is not set. Set both %s and %s, or neither.".formatted(setting, CERTIFICATE, KEY));
        }
        if (!Files.isReadable(Path.of(path))) {
            throw new IllegalStateException("%s: the file %s cannot be read.".formatted(setting, path));
        }
        return Path.of(path).toAbsolutePath().toUri().toString();
    }
}
