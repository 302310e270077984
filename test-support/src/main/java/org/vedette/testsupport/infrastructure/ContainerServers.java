package org.vedette.testsupport.infrastructure;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** Kafka and MongoDB themselves, in containers that Testcontainers removes with the JVM. */
final class ContainerServers implements Servers {

    private static final String KAFKA_IMAGE = System.getProperty("vedette.test.kafka-image", "apache/kafka:4.3.1");
    private static final String MONGODB_IMAGE = System.getProperty("vedette.test.mongodb-image", "mongo:8.0");

    private final KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE)
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", "5242880")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    private final MongoDBContainer mongodb = new MongoDBContainer(MONGODB_IMAGE);

    ContainerServers() {
        Startables.deepStart(kafka, mongodb).join();
    }

    @Override
    public String kafka() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String mongodb() {
        return mongodb.getConnectionString();
    }

    @Override
    public String description() {
        return "containers: " + KAFKA_IMAGE + " and " + MONGODB_IMAGE;
    }
}
