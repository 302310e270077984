package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.starter.failures.UnreadableRecordException;
import tools.jackson.databind.json.JsonMapper;

class CloudEventReaderTests {

    private static final String SIGHTING = "{\"location\": \"the north gate\", \"number\": 3}";

    private final CloudEventReader reader =
            new CloudEventReader(JsonMapper.builder().build());

    private record Sighting(String location, int number) {

        Optional<String> violations() {
            return number > 0 ? Optional.empty() : Optional.of("number is not positive");
        }
    }

    @Test
    void theAttributesAreThoseOfTheHeaders() {
        var event = reader.read(record(SIGHTING));

        assertThat(event.getType()).isEqualTo("org.example.sighting.v1");
        assertThat(event.getId()).isEqualTo("1");
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.parse("2026-11-06T07:08:09Z"));
    }

    @Test
    void theDataIsTheValueOfTheRecord() {
        assertThat(data(SIGHTING)).isEqualTo(new Sighting("the north gate", 3));
    }

    @Test
    void anUnknownFieldIsIgnored() {
        assertThat(data("{\"location\": \"here\", \"number\": 1, \"fromTheFuture\": {\"a\": [1]}}"))
                .isEqualTo(new Sighting("here", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none  | an event of type org.example.sighting.v1 without data",
                "null  | null in the place of a Sighting",
                "{     | data that is no Sighting",
                "[]    | data that is no Sighting",
                "\"x\" | data that is no Sighting",
                "{\"location\": \"here\", \"number\": {}} | data that is no Sighting",
                "{\"location\": \"here\", \"number\": 0}  | a Sighting that breaks the contract: number is not positive"
            })
    void otherDataIsRefusedWithTheReasonOnOneLine(@Nullable String value, String reason) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> data(value))
                .withMessageStartingWith(reason)
                .withMessageNotContaining("\n");
    }

    @Test
    void aRecordWithoutHeadersIsNoEvent() {
        assertIsNoEvent(new ConsumerRecord<>("sightings", 0, 0, "key", bytes(SIGHTING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source"})
    void anAttributeWithoutAValueIsRefused(String attribute) {
        var record = record(SIGHTING);
        record.headers().remove(attribute).add(attribute, null);

        assertIsNoEvent(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "0000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "soon"
            })
    void aTimeThatNobodyCanWriteIsRefused(String time) {
        var record = record(SIGHTING);
        record.headers().remove("ce_time").add("ce_time", bytes(time));

        assertIsNoEvent(record);
    }

    @Test
    void anEventNeedsNoTime() {
        var record = record(SIGHTING);
        record.headers().remove("ce_time");

        assertThat(reader.read(record).getTime()).isNull();
    }

    private void assertIsNoEvent(ConsumerRecord<String, byte[]> record) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> reader.read(record))
                .withMessageStartingWith("not a CloudEvent");
    }

    private Sighting data(@Nullable String value) {
        return reader.data(reader.read(record(value)), Sighting.class, Sighting::violations);
    }

    private static ConsumerRecord<String, byte[]> record(@Nullable String value) {
        var record = new ConsumerRecord<>("sightings", 0, 0, "key", value == null ? null : bytes(value));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("1"))
                .add("ce_source", bytes("urn:example:guard"))
                .add("ce_type", bytes("org.example.sighting.v1"))
                .add("ce_time", bytes("2026-11-06T07:08:09Z"))
                .add("content-type", bytes("application/json"));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
