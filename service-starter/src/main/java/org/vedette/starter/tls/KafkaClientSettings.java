package org.vedette.starter.tls;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.PropertyResolver;

/** The settings of a Kafka client outside of an application context: the address, and how to connect. */
public final class KafkaClientSettings {

    private KafkaClientSettings() {}

    /** Those of {@code VEDETTE_KAFKA} and {@code VEDETTE_KAFKA_…}. */
    public static Map<String, Object> in(PropertyResolver environment) {
        var settings = new HashMap<String, Object>(KafkaSecurity.in(environment).clientSettings());
        settings.put("bootstrap.servers", environment.getProperty("VEDETTE_KAFKA", "localhost:9092"));
        return settings;
    }
}
