package org.vedette.notification.alerts.messaging;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.messaging.converter.MessageConversionException;

/** Why a record is set aside. */
final class DeadLetterReason {

    private DeadLetterReason() {}

    /**
     * A failure that says nothing but the reason, where those of the listener's container only say that a listener failed.
     * It names the consumer group that failed, and both become headers of the dead letter.
     */
    static ListenerExecutionFailedException of(Exception failure) {
        var reason = causes(failure)
                .filter(cause -> !(cause instanceof KafkaException))
                .findFirst()
                .orElse(failure);
        return new ListenerExecutionFailedException(told(reason), group(failure), null);
    }

    private static String told(Throwable reason) {
        var message = reason.getMessage();
        return reason instanceof MessageConversionException && message != null ? message : reason.toString();
    }

    private static @Nullable String group(Exception failure) {
        return failure instanceof ListenerExecutionFailedException of ? of.getGroupId() : null;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
