package org.vedette.feed.entries.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.feed.entries.EntryProjection;
import org.vedette.feed.entries.updates.BrokerContact;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Projects post events, a batch at a time.
 *
 * <p>The posts of a batch are kept at once; the revision guard makes their order irrelevant. Where that fails although
 * the store is there, each is tried by itself, so that the one to blame is known. What could be projected is announced
 * even if a record of the batch could not. When the store is away the rest of the batch is not even tried: it comes
 * again.
 */
@Component
class PostEventListener {

    static final String ID = "post-events";

    /** Readers of this instance wait for that much; more would come to a second and longer. */
    private static final long MOST_OUTSTANDING = 300;

    private static final int MOST_PAUSES = 20;
    private static final long PAUSE_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LAST_RESORT = PATIENCE.plusSeconds(10);

    private final PostEventReader reader;
    private final EntryProjection projection;
    private final PostEventMeters meters;
    private final BrokerContact contact;

    PostEventListener(
            PostEventReader reader, EntryProjection projection, PostEventMeters meters, BrokerContact contact) {
        this.reader = reader;
        this.projection = projection;
        this.meters = meters;
        this.contact = contact;
    }

    @KafkaListener(
            id = ID,
            groupId = "vedette-feed",
            topics = Topics.POSTS,
            batch = "true",
            concurrency = "2",
            autoStartup = "false")
    void onPostEvents(List<ConsumerRecord<String, byte[]>> messages) {
        letThisInstanceKeepUp();
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
        return Mono.fromCallable(() -> messages.stream().map(this::read).toList())
                .flatMap(this::save)
                .flatMap(this::announce)
                .timeout(PATIENCE)
                .onErrorResume(failure -> Mono.just(Optional.of(failed(messages.get(0), failure))));
    }

    /** What is projected faster than it is shown only makes readers wait. */
    private void letThisInstanceKeepUp() {
        for (var pauses = 0; pauses < MOST_PAUSES && contact.outstanding() > MOST_OUTSTANDING; pauses++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Outcome read(ConsumerRecord<String, byte[]> message) {
        try {
            return reader.read(message)
                    .map(happening -> Outcome.of(message, happening))
                    .orElseGet(() -> skipped(message));
        } catch (RuntimeException unreadable) {
            return Outcome.failed(message, unreadable);
        }
    }

    private Outcome skipped(ConsumerRecord<String, byte[]> message) {
        meters.skipped();
        return Outcome.skipped(message);
    }

    private Mono<List<Outcome>> save(List<Outcome> read) {
        return keepAtOnce(read)
                .onErrorResume(
                        failure -> !PostEventFailures.isPassing(failure),
                        failure -> Flux.fromIterable(read)
                                .concatMap(this::keepAlone)
                                .takeUntil(Outcome::willPass)
                                .collectList())
                .onErrorResume(failure -> Mono.just(Outcome.allUntil(failure, read)));
    }

    private Mono<List<Outcome>> keepAtOnce(List<Outcome> read) {
        var happenings = Outcome.happenings(read);
        return projection
                .project(happenings)
                .doOnNext(kept -> meters.projected(kept.size(), happenings.size()))
                .thenReturn(read);
    }

    private Mono<Outcome> keepAlone(Outcome read) {
        return keepAtOnce(List.of(read))
                .thenReturn(read)
                .onErrorResume(failure -> Mono.just(Outcome.failed(read.message(), failure)));
    }

    private Mono<Optional<BatchListenerFailedException>> announce(List<Outcome> outcomes) {
        return projection.announce(Outcome.happenings(outcomes)).thenReturn(firstFailure(outcomes));
    }

    private static Optional<BatchListenerFailedException> firstFailure(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.failure().stream().map(failure -> failed(outcome.message(), failure)))
                .findFirst();
    }

    private static BatchListenerFailedException failed(ConsumerRecord<String, byte[]> message, Throwable failure) {
        return new BatchListenerFailedException("This record could not be projected", failure, message);
    }
}
