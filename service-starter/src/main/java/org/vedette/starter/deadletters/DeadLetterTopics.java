package org.vedette.starter.deadletters;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.vedette.starter.MayBlock;

/** Reads topics of dead letters, and writes to those they came from. */
@MayBlock("the main thread of a command")
final class DeadLetterTopics implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param connection settings of a Kafka client that say where and how to connect */
    DeadLetterTopics(Map<String, Object> connection) {
        this.settings = new HashMap<>(connection);
        settings.put("default.api.timeout.ms", (int) TIMEOUT.toMillis());
        settings.put("request.timeout.ms", (int) TIMEOUT.toMillis() / 2);
        this.admin = Admin.create(settings);
        var reading = new HashMap<>(settings);
        reading.put("enable.auto.commit", false);
        reading.put("allow.auto.create.topics", false);
        reading.put("auto.offset.reset", "none");
        this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    List<String> names() {
        return result(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith("vedette.") && name.endsWith(DeadLetter.SUFFIX))
                .sorted()
                .toList();
    }

    void forEach(String topic, Consumer<DeadLetter> action) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        read(consumer.beginningOffsets(partitions), record -> action.accept(new DeadLetter(record)));
    }

    /** @throws CommandRefusedException when there is no such record, or none any more */
    DeadLetter find(RecordPosition position) {
        var found = new DeadLetter[1];
        if (beginning(position.partition()) <= position.offset()) {
            consumer.assign(Set.of(position.partition()));
            consumer.seek(position.partition(), position.offset());
            for (var record : consumer.poll(Duration.ofSeconds(5))) {
                if (record.offset() == position.offset()) {
                    found[0] = new DeadLetter(record);
                }
            }
        }
        if (found[0] == null) {
            throw new CommandRefusedException("There is no record at " + position + ".");
        }
        return found[0];
    }

    /** Whether its topic has a later record of the same key, which the replayed one would replace. */
    boolean isObsolete(DeadLetter letter) {
        var original = letter.original();
        var newer = new boolean[1];
        read(Map.of(original.partition(), beginning(original.partition())), record -> {
            if (record.offset() > original.offset()
                    && Arrays.equals(record.key(), letter.record().key())) {
                newer[0] = true;
            }
        });
        return newer[0];
    }

    RecordPosition replay(DeadLetter letter) {
        var sending = new HashMap<>(settings);
        sending.put("acks", "all");
        sending.put("max.request.size", 5 * 1024 * 1024);
        sending.put("delivery.timeout.ms", (int) TIMEOUT.toMillis());
        try (var producer = new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = result(producer.send(letter.replay()));
            return new RecordPosition(new TopicPartition(sent.topic(), sent.partition()), sent.offset());
        }
    }

    long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    }

    /** Drops the record and those before it in its partition: Kafka drops no other. */
    void dropUpTo(RecordPosition position) {
        var before = RecordsToDelete.beforeOffset(position.offset() + 1);
        var unused =
                result(admin.deleteRecords(Map.of(position.partition(), before)).all());
    }

    private void read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<byte[], byte[]>> action) {
        var ends = consumer.endOffsets(from.keySet());
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(action);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new CommandRefusedException("Kafka refused it: " + rootMessage(e));
        } catch (TimeoutException e) {
            throw new CommandRefusedException("Kafka did not answer within " + TIMEOUT.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefusedException("It was interrupted.");
        }
    }

    private static String rootMessage(ExecutionException failure) {
        var cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(TIMEOUT);
    }
}
