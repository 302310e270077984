package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.vedette.starter.failures.ServerUnavailableException;

class TopicCreatorTests {

    private final List<Object> published = new ArrayList<>();

    @Test
    void whenTheTopicsExistEverybodyIsTold() {
        new TopicCreator(() -> {}, published::add).create();

        assertThat(published).hasOnlyElementsOfType(TopicsCreatedEvent.class).hasSize(1);
    }

    @Test
    void nobodyIsToldWhileTheBrokerCannotBeReached() {
        Runnable unavailable = () -> {
            throw new ServerUnavailableException("the broker does not answer");
        };

        assertThatExceptionOfType(ServerUnavailableException.class)
                .isThrownBy(new TopicCreator(unavailable, published::add)::create)
                .withMessage("the broker does not answer");

        assertThat(published).isEmpty();
    }

    /** The store may be unavailable to a listener of the event; then the creator runs again and publishes it again. */
    @Test
    void aListenerOfTheEventThatFailsMakesTheCreationFail() {
        ApplicationEventPublisher unready = event -> {
            throw new IllegalStateException("the store is unavailable");
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new TopicCreator(() -> {}, unready).create())
                .withMessage("the store is unavailable");
    }
}
