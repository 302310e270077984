package org.vedette.notification.alerts.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.messaging.converter.MessageConversionException;

class DeadLetterReasonTests {

    private static final ConsumerRecord<String, byte[]> RECORD =
            new ConsumerRecord<>("posts", 0, 7, "key", new byte[0]);

    @Test
    void whatIsNoEventIsSetAsideForThatReasonAlone() {
        var reason = DeadLetterReason.of(failed(new MessageConversionException("post.slug is missing")));

        assertThat(reason).hasMessage("post.slug is missing").hasNoCause();
        assertThat(reason.getGroupId()).isEqualTo("group");
    }

    @Test
    void anyOtherFailureIsNamedByItsKind() {
        var reason = DeadLetterReason.of(failed(new IllegalStateException("too large")));

        assertThat(reason).hasMessage("java.lang.IllegalStateException: too large");
    }

    private static Exception failed(Exception cause) {
        return new ListenerExecutionFailedException(
                "Listener failed", "group", new BatchListenerFailedException("This record", cause, RECORD));
    }
}
