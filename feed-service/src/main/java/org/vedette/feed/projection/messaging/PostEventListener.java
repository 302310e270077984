package org.vedette.feed.projection.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.stereotype.Component;
import org.vedette.events.Topics;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.feed.entries.updates.ChangeLag;
import org.vedette.feed.entries.updates.EventOrigins;
import org.vedette.feed.entries.updates.EventOrigins.Origin;
import org.vedette.feed.projection.EntryProjection;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.Traces;
import org.vedette.starter.telemetry.Traces.ActiveStep;
import reactor.core.publisher.Mono;

/**
 * Projects post events, a batch at a time.
 *
 * <p>The posts of a batch are saved at once; the revision guard makes their order irrelevant. An unreadable record keeps
 * nothing else from being projected, and is named when the others are: it becomes a dead letter. When the batch cannot be
 * projected, whatever the reason, its first event is named: it and all after it come again, in their order.
 */
@Component
@MayBlock("the consumer's own thread")
class PostEventListener {

    static final String ID = "post-events";
    static final String GROUP = "vedette-feed";

    /** Readers of this instance wait for that much; more would take a second and longer. */
    private static final long MAX_OUTSTANDING = 300;

    private static final int MAX_PAUSES = 20;
    private static final long PAUSE_MILLIS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final PostEventReader reader;
    private final EntryProjection projection;
    private final PostEventMeters meters;
    private final ChangeLag lag;
    private final Traces traces;

    PostEventListener(
            PostEventReader reader, EntryProjection projection, PostEventMeters meters, ChangeLag lag, Traces traces) {
        this.reader = reader;
        this.projection = projection;
        this.meters = meters;
        this.lag = lag;
        this.traces = traces;
    }

    /** One record of a batch: an event, or the reason why it cannot be read, or neither when it is skipped. */
    private record ReadRecord(
            ConsumerRecord<String, byte[]> record,
            @Nullable ReceivedEvent event,
            @Nullable UnreadableRecordException failure) {

        BatchListenerFailedException failed(Throwable cause) {
            return new BatchListenerFailedException("This record could not be projected", cause, record);
        }
    }

    @KafkaListener(
            id = ID,
            groupId = GROUP,
            topics = Topics.POSTS,
            batch = "true",
            concurrency = "2",
            autoStartup = "false")
    void onPostEvents(List<ConsumerRecord<String, byte[]>> records) throws InterruptedException {
        awaitTimeline();
        var batch = records.stream().map(this::read).toList();
        project(batch);
        for (var each : batch) {
            if (each.failure() != null) {
                throw each.failed(each.failure());
            }
        }
    }

    private void project(List<ReadRecord> batch) {
        var events = new ArrayList<ReceivedEvent>();
        for (var each : batch) {
            if (each.event() != null) {
                events.add(each.event());
            }
        }
        try {
            var changed = traced(batch, projection.project(events, next(batch)))
                    .blockOptional(TIMEOUT)
                    .orElse(0);
            meters.projected(changed, events.size());
        } catch (RuntimeException failure) {
            throw firstToHandle(batch, failure);
        }
    }

    /** Each event is a step of its own trace, although the batch is projected as one. */
    private Mono<Integer> traced(List<ReadRecord> batch, Mono<Integer> projected) {
        return Mono.defer(() -> {
            var steps = new ArrayList<ActiveStep>();
            var origins = new HashMap<UUID, Origin>();
            for (var each : batch) {
                if (each.event() != null) {
                    var step = traces.start(step(each, each.event()));
                    steps.add(step);
                    origins.put(
                            each.event().event().postId(),
                            new Origin(each.event().time(), step.traceparent()));
                }
            }
            return projected
                    .contextWrite(new EventOrigins(origins)::in)
                    .doOnError(failure -> steps.forEach(step -> step.fail(failure)))
                    .doFinally(end -> steps.forEach(ActiveStep::end));
        });
    }

    private static Step step(ReadRecord read, ReceivedEvent event) {
        return Step.of(Step.Kind.CONSUMER, "project post event")
                .causedBy(KafkaTraces.traceparent(read.record()))
                .with("post.id", event.event().postId());
    }

    /** An unreadable record before the first event is handled first, so that it is dead-lettered in its order. */
    private static BatchListenerFailedException firstToHandle(List<ReadRecord> batch, RuntimeException failure) {
        Predicate<ReadRecord> isHandled = each -> each.event() != null || each.failure() != null;
        var first = batch.stream().filter(isHandled).findFirst().orElse(batch.get(0));
        return first.failed(first.failure() == null ? failure : first.failure());
    }

    private ReadRecord read(ConsumerRecord<String, byte[]> record) {
        try {
            var event = reader.read(record);
            if (event.isEmpty()) {
                meters.skipped();
            }
            return new ReadRecord(record, event.orElse(null), null);
        } catch (UnreadableRecordException unreadable) {
            return new ReadRecord(record, null, unreadable);
        }
    }

    private static Map<Integer, Long> next(List<ReadRecord> batch) {
        var next = new HashMap<Integer, Long>();
        batch.forEach(
                each -> next.merge(each.record().partition(), each.record().offset() + 1, Math::max));
        return next;
    }

    /** What is projected faster than it is shown only makes readers wait. */
    private void awaitTimeline() throws InterruptedException {
        for (var pauses = 0; pauses < MAX_PAUSES && lag.outstanding() > MAX_OUTSTANDING; pauses++) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
