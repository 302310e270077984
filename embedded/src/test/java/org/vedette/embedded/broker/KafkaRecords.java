package org.vedette.embedded.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends and reads records of topics with one partition, and waits for the answers. */
final class KafkaRecords {

    private static final int SECONDS = 30;
    private static final String BOOTSTRAP = "bootstrap.servers";

    private KafkaRecords() {}

    static void createTopic(String bootstrap, String topic) {
        var wanted = new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", "4194304"));
        try (var admin = Admin.create(Map.of(BOOTSTRAP, bootstrap))) {
            acknowledged(admin.createTopics(List.of(wanted)).all());
        }
    }

    static void send(String bootstrap, String topic, String value) {
        try (var producer = producer(bootstrap)) {
            sendOn(producer, topic, value);
        }
    }

    static void sendOn(KafkaProducer<String, String> producer, String topic, String value) {
        acknowledged(producer.send(record(topic, value)));
    }

    static ProducerRecord<String, String> record(String topic, String value) {
        return new ProducerRecord<>(topic, "key", value);
    }

    static KafkaProducer<String, String> producer(String bootstrap) {
        Map<String, Object> settings = Map.of(
                BOOTSTRAP, bootstrap, "acks", "all", "enable.idempotence", true, "max.request.size", 5 * 1024 * 1024);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    static List<String> read(String bootstrap, String topic, int atLeast) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(BOOTSTRAP, bootstrap), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (values.size() < atLeast && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    static void acknowledged(Future<?> answer) {
        try {
            answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not acknowledged", e);
        }
    }
}
