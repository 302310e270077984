package org.vedette.starter.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

@WithInfrastructure
class DeadLettersCommandIT {

    private static final String TOPIC = "vedette.command.v1";
    private static final String DEAD = TOPIC + "-dlt";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void connect() throws Exception {
        System.setProperty("VEDETTE_KAFKA", Infrastructure.kafka());
        try (var admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
            var topics = Stream.of(TOPIC, DEAD).map(name -> new NewTopic(name, 1, (short) 1));
            admin.createTopics(topics.toList()).all().get(30, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        System.clearProperty("VEDETTE_KAFKA");
        try (var admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
            admin.deleteTopics(List.of(TOPIC, DEAD)).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void deadLettersAreListedShownReplayedAndDropped() throws Exception {
        send(TOPIC, "first", "a title", 0);
        send(TOPIC, "second", "another title", 0);
        send(DEAD, "first", "a title", 0);
        send(DEAD, "second", "another title", 1);

        assertThat(run("list")).isZero();
        assertThat(printed())
                .contains(DEAD + " 0:0 ", "first", "vedette-feed", "no title")
                .contains(DEAD + " 0:1 ");

        assertThat(run("show", DEAD, "0:1")).isZero();
        assertThat(printed()).contains("original: " + TOPIC + " 0:1", "ce_type: a.type", "another title");

        assertThat(run("replay", DEAD, "0:1")).isZero();
        assertThat(printed()).contains("Sent again: " + TOPIC + " 0:2");
        assertThat(run("replay", DEAD, "0:1")).isEqualTo(1);
        assertThat(complaint()).contains("a newer record of the key second");

        assertThat(run("drop", DEAD, "0:1")).isEqualTo(1);
        assertThat(complaint()).contains("here 1 others as well");
        assertThat(run("drop", DEAD, "0:0")).isZero();
        assertThat(run("drop", DEAD, "0:1")).isZero();
        assertThat(printed()).contains("Dropped: " + DEAD + " 0:1");
        assertThat(run("show", DEAD, "0:1")).isEqualTo(1);
        assertThat(complaint()).contains("There is no record at");
    }

    @Test
    void whatIsNotUnderstoodChangesNothing() {
        assertThat(run("drop", DEAD)).isEqualTo(2);
        assertThat(complaint()).contains("Usage:");
        assertThat(run("drop", TOPIC, "0:0")).isEqualTo(1);
        assertThat(complaint()).contains("no topic of dead letters");
        assertThat(run("show", DEAD, "17")).isEqualTo(1);
        assertThat(complaint()).contains("is no position");
    }

    private int run(String... arguments) {
        return DeadLettersCommand.run(
                List.of(arguments), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private String printed() {
        var text = out.toString(UTF_8);
        out.reset();
        return text;
    }

    private String complaint() {
        var text = err.toString(UTF_8);
        err.reset();
        return text;
    }

    private static void send(String topic, String key, String value, long original) throws Exception {
        var headers = new ArrayList<Header>();
        headers.add(new RecordHeader("ce_type", "a.type".getBytes(UTF_8)));
        if (topic.equals(DEAD)) {
            headers.add(header("exception-message", "no title".getBytes(UTF_8)));
            headers.add(header("original-consumer-group", "vedette-feed".getBytes(UTF_8)));
            headers.add(header("original-topic", TOPIC.getBytes(UTF_8)));
            headers.add(header("original-partition", ByteBuffer.allocate(4).array()));
            headers.add(header(
                    "original-offset", ByteBuffer.allocate(8).putLong(original).array()));
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, 0, key, value, headers))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static RecordHeader header(String name, byte[] value) {
        return new RecordHeader("kafka_dlt-" + name, value);
    }
}
