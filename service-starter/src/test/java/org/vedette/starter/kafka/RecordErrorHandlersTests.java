package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.messaging.converter.MessageConversionException;
import org.vedette.starter.failures.UnreadableRecordException;

class RecordErrorHandlersTests {

    private static final int MANY = 40;

    private final List<ConsumerRecord<?, ?>> deadLetters = new ArrayList<>();
    private final ConsumerRecord<String, String> record = new ConsumerRecord<>("posts", 0, 7, "key", "value");

    static Stream<Exception> faultsOfTheRecord() {
        return Stream.of(
                new UnreadableRecordException("not JSON"),
                new RecordTooLargeException("too large"),
                new IllegalStateException(new UnreadableRecordException("wrapped")));
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheRecord")
    void aRecordThatCanNeverBeProcessedIsADeadLetterAtOnce(Exception fault) {
        fail(fault);

        assertThat(deadLetters).containsExactly(record);
    }

    static Stream<Exception> otherFailures() {
        return Stream.of(
                new IllegalStateException("of the store"),
                new NullPointerException("of ours"),
                new ClassCastException("of ours"),
                new MessageConversionException("of ours"),
                new IllegalArgumentException("of ours"));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void aRecordIsTriedAgainForAsLongAsItTakesAfterAnyOtherFailure(Exception failure) {
        for (int attempt = 0; attempt < MANY; attempt++) {
            assertThatThrownBy(() -> fail(failure)).isInstanceOf(RuntimeException.class);
        }

        assertThat(deadLetters).isEmpty();
    }

    @Test
    void aRecordOfABatchIsJudgedLikeAnyOther() {
        var failure = new BatchListenerFailedException("failed", new UnreadableRecordException("not JSON"), record);
        var records = new ConsumerRecords<>(Map.of(new TopicPartition("posts", 0), List.of(record)), Map.of());

        handler().handleBatch(failure, records, consumer(), container(), () -> {});

        assertThat(deadLetters).containsExactly(record);
    }

    private void fail(Exception failure) {
        handler()
                .handleRemaining(
                        new ListenerExecutionFailedException("failed", failure),
                        List.of(record),
                        consumer(),
                        mock(MessageListenerContainer.class));
    }

    private DefaultErrorHandler handler() {
        return RecordErrorHandlers.create((letter, failure) -> deadLetters.add(letter), List.of());
    }

    private static MessageListenerContainer container() {
        var container = mock(MessageListenerContainer.class);
        when(container.getContainerProperties()).thenReturn(new ContainerProperties("posts"));
        return container;
    }

    private static Consumer<?, ?> consumer() {
        return mock(Consumer.class);
    }
}
