package org.vedette.feed.entries.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.FeedChanged;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Projects post events, a batch at a time.
 *
 * <p>The posts of a batch are projected side by side; the revision guard makes their order irrelevant. What could be
 * projected is announced even if a record of the batch could not. When the store is away the rest of the batch is not
 * even tried: it comes again.
 */
@Component
class PostEventListener {

    static final String ID = "post-events";

    private static final int SIDE_BY_SIDE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_RESORT = PATIENCE.plusSeconds(10);

    private final PostEventReader reader;
    private final EntryProjection projection;
    private final Counter skipped;

    PostEventListener(PostEventReader reader, EntryProjection projection, MeterRegistry meters) {
        this.reader = reader;
        this.projection = projection;
        this.skipped = Counter.builder("vedette.feed.events.skipped")
                .description("Events of a type this version does not know")
                .register(meters);
    }

    /** What became of one record: an entry to announce, a failure, or neither when it was skipped. */
    private record Outcome(
            ConsumerRecord<String, byte[]> message,
            @Nullable FeedChanged changed,
            @Nullable Throwable failure) {

        boolean willPass() {
            return failure != null && PostEventFailures.isPassing(failure);
        }
    }

    @KafkaListener(
            id = ID,
            groupId = "vedette-feed",
            topics = Topics.POSTS,
            batch = "true",
            concurrency = "2",
            autoStartup = "false")
    void onPostEvents(List<ConsumerRecord<String, byte[]>> messages) {
        var failed = project(messages).block(LAST_RESORT);
        if (failed != null && failed.isPresent()) {
            throw failed.get();
        }
    }

    /**
     * The first record that failed, once all that did not is announced.
     *
     * <p>Where it is none of the records that failed, the first one stands for all: only a failure that names a record is
     * judged by {@link PostEventFailures} and not given up while it may pass.
     */
    Mono<Optional<BatchListenerFailedException>> project(List<ConsumerRecord<String, byte[]>> messages) {
        return Flux.fromIterable(messages)
                .flatMapSequential(this::outcome, SIDE_BY_SIDE)
                .takeUntil(Outcome::willPass)
                .collectList()
                .flatMap(this::announce)
                .timeout(PATIENCE)
                .onErrorResume(failure -> Mono.just(Optional.of(failed(messages.get(0), failure))));
    }

    private Mono<Optional<BatchListenerFailedException>> announce(List<Outcome> outcomes) {
        return projection.announce(changes(outcomes)).thenReturn(firstFailure(outcomes));
    }

    private Mono<Outcome> outcome(ConsumerRecord<String, byte[]> message) {
        return Mono.defer(() -> project(message))
                .map(changed -> new Outcome(message, changed, null))
                .onErrorResume(failure -> Mono.just(new Outcome(message, null, failure)))
                .defaultIfEmpty(new Outcome(message, null, null));
    }

    private Mono<FeedChanged> project(ConsumerRecord<String, byte[]> message) {
        var happening = reader.read(message);
        if (happening.isEmpty()) {
            skipped.increment();
            return Mono.empty();
        }
        return projection.project(happening.get().event(), happening.get().at());
    }

    private static List<FeedChanged> changes(List<Outcome> outcomes) {
        return outcomes.stream()
                .map(Outcome::changed)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private static Optional<BatchListenerFailedException> firstFailure(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.failure() != null)
                .findFirst()
                .map(outcome -> failed(outcome.message(), outcome.failure()));
    }

    private static BatchListenerFailedException failed(
            ConsumerRecord<String, byte[]> message, @Nullable Throwable failure) {
        return new BatchListenerFailedException("This record could not be projected", failure, message);
    }
}
