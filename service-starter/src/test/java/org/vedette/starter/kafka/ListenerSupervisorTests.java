package org.vedette.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.MessageListenerContainer;

class ListenerSupervisorTests {

    private final ListenerSupervisor supervisor = new ListenerSupervisor();
    private final List<String> started = new ArrayList<>();

    @Test
    void aListenerThatEndedByItselfIsRestarted() {
        end(new Container("posts", null), Reason.ERROR);

        supervisor.restartEnded();

        assertThat(started).containsExactly("posts");
        assertThat(supervisor.ended()).isEmpty();
    }

    @Test
    void aListenerThatWasStoppedStaysStopped() {
        end(new Container("posts", null), Reason.NORMAL);

        supervisor.restartEnded();

        assertThat(started).isEmpty();
    }

    @Test
    void aListenerThatNoThreadIsLeftForIsRestartedLater() {
        end(new Container("posts", new OutOfMemoryError("unable to create native thread")), Reason.ERROR);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(supervisor::restartEnded);

        assertThat(supervisor.ended()).containsExactly("posts");
    }

    @Test
    void aListenerThatCannotBeRestartedHoldsUpNoOther() {
        end(new Container("1", new OutOfMemoryError("made up")), Reason.ERROR);
        end(new Container("2", null), Reason.ERROR);
        end(new Container("3", new OutOfMemoryError("made up")), Reason.ERROR);

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(supervisor::restartEnded);

        assertThat(started).containsExactly("2");
        assertThat(supervisor.ended()).containsExactly("1", "3");
    }

    private void end(Container container, Reason reason) {
        supervisor.onApplicationEvent(new ConsumerStoppedEvent(this, container, reason));
    }

    private final class Container implements MessageListenerContainer {

        private final String id;
        private final @Nullable Error failure;

        Container(String id, @Nullable Error failure) {
            this.id = id;
            this.failure = failure;
        }

        @Override
        public String getListenerId() {
            return id;
        }

        @Override
        public void start() {
            if (failure != null) {
                throw failure;
            }
            started.add(id);
        }

        @Override
        public void stop() {
            // Its consumer has ended.
        }

        @Override
        public boolean isRunning() {
            return false;
        }

        @Override
        public void setupMessageListener(Object listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Map<MetricName, ? extends Metric>> metrics() {
            return Map.of();
        }
    }
}
