package org.vedette.gateway.transport;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionsProperties.class)
class TransportConfiguration {

    @Bean
    ConnectionCounters connectionCounters(MeterRegistry meters) {
        return ConnectionCounters.in(meters);
    }
}
