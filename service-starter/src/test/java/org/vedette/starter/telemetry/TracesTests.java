package org.vedette.starter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TracesTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String REQUEST = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String STEP = "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";

    private final List<String> recorded = new ArrayList<>();
    private final Traces traces = step -> new Recorded(step, recorded);

    @Test
    void aStepIsCausedByTheOneInTheContextAndCausesWhatItContains() {
        var inner = traces.trace(
                        Step.of(Step.Kind.INTERNAL, "works"),
                        Mono.deferContextual(context -> Mono.just(String.valueOf(TraceContext.traceparent(context)))))
                .contextWrite(context -> TraceContext.with(REQUEST, context))
                .block(TIMEOUT);

        assertThat(inner).isEqualTo(STEP);
        assertThat(recorded).containsExactly("works caused by " + REQUEST, "ended");
    }

    @Test
    void theTraceOfADocumentHasPrecedenceOverThatOfTheContext() {
        var step = Step.of(Step.Kind.PRODUCER, "send").causedBy(STEP);

        traces.trace(step, Mono.empty())
                .contextWrite(context -> TraceContext.with(REQUEST, context))
                .block(TIMEOUT);

        assertThat(recorded).first().isEqualTo("send caused by " + STEP);
    }

    @Test
    void aStepThatFailsSaysSo() {
        var failing = traces.trace(
                Step.of(Step.Kind.INTERNAL, "fails"), Mono.error(new IllegalStateException("the disk is full")));

        assertThatIllegalStateException().isThrownBy(() -> failing.block(TIMEOUT));

        assertThat(recorded).contains("failed: the disk is full", "ended");
    }

    @Test
    void noMoreStepsAreRecordedThanTheLimitAllows() {
        var mail = traces.traceLimited(Step.of(Step.Kind.CLIENT, "mail"), active -> Mono.just(1));

        Mono.when(mail, mail, mail, mail)
                .contextWrite(context -> Traces.limit(2, context))
                .block(TIMEOUT);

        assertThat(recorded).filteredOn(line -> line.startsWith("mail")).hasSize(2);
    }

    @Test
    void whereTracingIsOffTheTraceOfTheCauseIsHandedOn() {
        var step = Step.of(Step.Kind.PRODUCER, "send").causedBy(REQUEST).with("post.id", 7);

        assertThat(Traces.OFF.start(step).traceparent()).isEqualTo(REQUEST);
    }

    private record Recorded(Step step, List<String> recorded) implements Traces.ActiveStep {

        Recorded {
            recorded.add(step.name() + " caused by " + step.parent());
        }

        @Override
        public @Nullable String traceparent() {
            return STEP;
        }

        @Override
        public void tag(String name, String value) {}

        @Override
        public void fail(Throwable failure) {
            recorded.add("failed: " + failure.getMessage());
        }

        @Override
        public void end() {
            recorded.add("ended");
        }
    }
}
