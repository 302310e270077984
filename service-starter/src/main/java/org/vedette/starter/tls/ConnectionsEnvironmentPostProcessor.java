package org.vedette.starter.tls;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the clients of Kafka and MongoDB speak TLS and log in, as {@code VEDETTE_KAFKA_…} and {@code VEDETTE_MONGODB_CA} say.
 * Everything else of MongoDB is in its address.
 */
class ConnectionsEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String BUNDLE = "spring.ssl.bundle.pem.mongodb.";

    /** After the files of settings and the defaults have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        // The gateway has the variables of all services, and no client of Kafka.
        var settings = environment.containsProperty("spring.kafka.bootstrap-servers")
                ? new HashMap<>(KafkaSecurity.in(environment).properties())
                : new HashMap<String, Object>();
        settings.putAll(
                mongodb(environment.getProperty("vedette.mongodb.ca", "").strip()));
        if (!settings.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("vedette-connections", settings));
        }
    }

    private static Map<String, Object> mongodb(String authority) {
        return authority.isEmpty()
                ? Map.of()
                : Map.of(
                        BUNDLE + "truststore.certificate",
                        PemFiles.uri("VEDETTE_MONGODB_CA", authority),
                        "spring.mongodb.ssl.bundle",
                        "mongodb");
    }
}
