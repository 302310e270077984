package org.vedette.testsupport.infrastructure;

import com.mongodb.ConnectionString;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Points a Spring context at the infrastructure, over whatever its properties say. */
@Configuration(proxyBeanMethods = false)
class InfrastructureConnections {

    @Bean
    MongoConnectionDetails testMongoConnectionDetails() {
        var address = new ConnectionString(Infrastructure.mongodb());
        return () -> address;
    }

    @Bean
    KafkaConnectionDetails testKafkaConnectionDetails() {
        var servers = List.of(Infrastructure.kafka().split(","));
        return () -> servers;
    }
}
