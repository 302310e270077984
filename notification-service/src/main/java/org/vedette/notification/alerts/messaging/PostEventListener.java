package org.vedette.notification.alerts.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.events.PublicPost;
import org.vedette.events.Topics;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.digests.DigestArchive;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.followups.FollowUpPlanner;
import org.vedette.notification.preferences.KnownTopics;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.preferences.Words;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.UnreadableDocumentException;
import org.vedette.starter.failures.UnreadableRecordException;
import org.vedette.starter.kafka.KafkaTraces;
import org.vedette.starter.telemetry.Step;
import org.vedette.starter.telemetry.Traces;
import reactor.core.publisher.Mono;

/**
 * Plans an alert for each public post, and withdraws it with the post, or when the post is not public any more.
 *
 * <p>An event whose alert is stored but cannot be read becomes a dead letter, too: it would hold up the alerts of all
 * other posts in its partition, and can be replayed when the document is repaired.
 */
@Component
@MayBlock("the consumer's own thread")
class PostEventListener {

    static final String GROUP = "vedette-notification";

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final PostEventReader reader;
    private final AlertPlanner planner;
    private final FollowUpPlanner followUps;
    private final DigestArchive archive;
    private final KnownTopics knownTopics;
    private final MeterRegistry meters;
    private final Traces traces;

    PostEventListener(
            PostEventReader reader,
            AlertPlanner planner,
            FollowUpPlanner followUps,
            DigestArchive archive,
            KnownTopics knownTopics,
            MeterRegistry meters,
            Traces traces) {
        this.reader = reader;
        this.planner = planner;
        this.followUps = followUps;
        this.archive = archive;
        this.knownTopics = knownTopics;
        this.meters = meters;
        this.traces = traces;
    }

    @KafkaListener(id = "posts", groupId = GROUP, topics = Topics.POSTS)
    void on(ConsumerRecord<String, byte[]> record) {
        var event = reader.read(record);
        event.map(known -> traces.trace(step(record, known), handle(known)))
                .orElseGet(Mono::empty)
                .onErrorMap(UnreadableDocumentException.class, PostEventListener::unreadable)
                .block(TIMEOUT);
        count(event.isPresent() ? "handled" : "unknown");
    }

    private static Step step(ConsumerRecord<String, byte[]> record, PostEvent event) {
        return Step.of(Step.Kind.CONSUMER, "plan alert")
                .causedBy(KafkaTraces.traceparent(record))
                .with("post.id", event.postId());
    }

    private Mono<Void> handle(PostEvent event) {
        if (event instanceof PostPublished published) {
            return follow(published.post());
        }
        if (event instanceof PostRevised revised) {
            return follow(revised.post()).then(Mono.defer(() -> tell(revised)));
        }
        if (event instanceof PostWithdrawn withdrawn) {
            var post = complete(() -> Objects.requireNonNull(withdrawn.postId(), "postId"));
            return archive.hide(post, withdrawn.revision())
                    .then(planner.withdraw(post, withdrawn.revision()))
                    .then(Mono.defer(() -> tell(withdrawn)));
        }
        return Mono.empty();
    }

    private Mono<Void> tell(PostRevised revised) {
        var correction = revised.correction();
        return Boolean.TRUE.equals(revised.tellAlerted()) && correction != null
                ? followUps.correct(
                        complete(() -> AlertedPost.of(revised.post())),
                        revised.revision(),
                        correction,
                        revised.post().revisedAt())
                : Mono.empty();
    }

    /** The reason of a restricted post is for those alone who may see the post. */
    private Mono<Void> tell(PostWithdrawn withdrawn) {
        var label = withdrawn.tlp();
        var isPublic = label == null || AlertedPost.isPublic(label);
        return isPublic && Boolean.TRUE.equals(withdrawn.tellAlerted())
                ? followUps.withdraw(
                        withdrawn.postId(), withdrawn.revision(), withdrawn.reason(), withdrawn.withdrawnAt())
                : Mono.empty();
    }

    private Mono<Void> follow(PublicPost event) {
        var post = complete(() -> AlertedPost.of(event));
        var quiet = Boolean.TRUE.equals(event.quiet());
        var revision = event.revision();
        return keep(event, post, quiet)
                .then(quiet ? planner.followQuietly(post, revision) : planner.follow(post, revision, topics(event)));
    }

    /** What digests and the pages of preferences need later. */
    private Mono<Void> keep(PublicPost event, AlertedPost post, boolean quiet) {
        return post.isPublic()
                ? archive.follow(complete(() -> DigestedPost.of(event)), quiet)
                        .then(knownTopics.learn(event.series(), event.tags()))
                : archive.hide(event.id(), event.revision());
    }

    private static PostTopics topics(PublicPost post) {
        var series = post.series() == null ? null : post.series().slug();
        var standfirst = Objects.requireNonNullElse(post.standfirst(), "");
        return new PostTopics(series, Set.copyOf(post.tags()), Words.of(post.title(), standfirst, post.text()));
    }

    private static <T> T complete(Supplier<T> parts) {
        try {
            return parts.get();
        } catch (RuntimeException incomplete) {
            throw new UnreadableRecordException("an incomplete post event: " + incomplete.getMessage(), incomplete);
        }
    }

    private static UnreadableRecordException unreadable(UnreadableDocumentException alert) {
        return new UnreadableRecordException("the alert about this post cannot be read: " + alert.getMessage(), alert);
    }

    private void count(String outcome) {
        meters.counter("vedette.notification.events", "outcome", outcome).increment();
    }
}
