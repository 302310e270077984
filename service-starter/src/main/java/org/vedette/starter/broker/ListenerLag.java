package org.vedette.starter.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.Metric;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Measures how many records each listener has not processed yet, by what its consumers know. */
record ListenerLag(KafkaListenerEndpointRegistry listeners, MeterRegistry meters)
        implements SmartInitializingSingleton {

    private static final String METRIC = "records-lag";

    /** The listeners are known when all beans have been made. */
    @Override
    public void afterSingletonsInstantiated() {
        listeners
                .getAllListenerContainers()
                .forEach(container -> Gauge.builder("vedette.kafka.lag", container, ListenerLag::of)
                        .tag("listener", String.valueOf(container.getListenerId()))
                        .baseUnit("records")
                        .description("Records that a listener has not processed yet; NaN while it has no partition")
                        .register(meters));
    }

    private static double of(MessageListenerContainer container) {
        return container.metrics().values().stream()
                .flatMap(ofConsumer -> ofConsumer.values().stream())
                .filter(metric -> METRIC.equals(metric.metricName().name())
                        && metric.metricName().tags().containsKey("partition"))
                .map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(value -> !Double.isNaN(value))
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }
}
