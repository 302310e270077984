package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.core.KafkaAdmin;

class TopicCreatorTests {

    private final KafkaAdmin admin = mock(KafkaAdmin.class);
    private final List<Object> published = new ArrayList<>();
    private final TopicCreator creator = new TopicCreator(admin, published::add);

    @Test
    void whenTheTopicsExistEverybodyIsTold() {
        when(admin.initialize()).thenReturn(true);

        creator.create();

        assertThat(published).hasOnlyElementsOfType(TopicsCreatedEvent.class).hasSize(1);
    }

    @Test
    void nobodyIsToldWhileTheBrokerCannotBeReached() {
        when(admin.initialize()).thenReturn(false);

        assertThatExceptionOfType(TopicsUnavailableException.class)
                .isThrownBy(creator::create)
                .withMessageContaining("the broker cannot be reached");

        assertThat(published).isEmpty();
    }

    /** The store may be unavailable to a listener of the event; then the creator runs again and publishes it again. */
    @Test
    void aListenerOfTheEventThatFailsMakesTheCreationFail() {
        when(admin.initialize()).thenReturn(true);
        ApplicationEventPublisher unready = event -> {
            throw new IllegalStateException("the store is unavailable");
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new TopicCreator(admin, unready).create())
                .withMessage("the store is unavailable");
    }
}
