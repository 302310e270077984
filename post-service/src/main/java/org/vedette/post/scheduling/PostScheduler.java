package org.vedette.post.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Posts.DuePost;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.OutboxFullException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.RenderingBusyException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes scheduled posts. Every replica does so; of those that publish the same post, the revision lets one succeed. A
 * post that cannot be published keeps the reason and is not tried again; one whose time was missed by an hour waits for an
 * editor; after an outage, the next round goes on.
 */
@MayBlock("the thread of its worker")
public final class PostScheduler {

    private static final Logger log = LoggerFactory.getLogger(PostScheduler.class);
    private static final String TASK = "Schedule";
    private static final Duration MAX_LATENESS = Duration.ofHours(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration ROUND_TIMEOUT = Duration.ofMinutes(5);
    private static final int CONCURRENCY = 8;

    /** Short rounds, so that a post that becomes due meanwhile does not wait for all others. */
    private static final int POSTS_PER_ROUND = 100;

    private final Posts posts;
    private final PublicationService publications;
    private final Clock clock;
    private final BlockingQueue<Boolean> wakeUps = new LinkedBlockingQueue<>(1);

    /** The posts that failed when they were last tried; changed by the thread of the worker only, between rounds. */
    private final Set<PostId> failed = new HashSet<>();

    public PostScheduler(Posts posts, PublicationService publications, Clock clock) {
        this.posts = posts;
        this.publications = publications;
        this.clock = clock;
    }

    /** Makes {@link #publishDue} return soon. */
    public void stopWaiting() {
        if (!wakeUps.offer(true)) {
            log.trace("The scheduler is woken already");
        }
    }

    /** Publishes what is due, or waits until the next post is, for a second at most. */
    public void publishDue() throws InterruptedException {
        var waiting = posts.waiting().collectList().blockOptional(READ_TIMEOUT).orElseThrow();
        var now = clock.instant();
        var due = waiting.stream().filter(post -> !post.at().isAfter(now)).toList();
        var progress = due.isEmpty() ? 0 : publish(due);
        if (progress == 0) {
            var woken = wakeUps.poll(pause(waiting, now).toMillis(), TimeUnit.MILLISECONDS);
            log.trace("Woken: {}", woken);
        }
    }

    /** Returns the number of posts that are no longer waiting. */
    private long publish(List<DuePost> due) {
        var attempts = Flux.fromIterable(inOrder(due))
                .take(POSTS_PER_ROUND)
                .flatMap(this::publish, CONCURRENCY)
                .collectList()
                .blockOptional(ROUND_TIMEOUT)
                .orElseThrow();
        failed.retainAll(due.stream().map(DuePost::id).toList());
        failed.removeAll(ids(attempts.stream()));
        failed.addAll(ids(attempts.stream().filter(Attempt::isFailed)));
        return attempts.stream().filter(Attempt::isDone).count();
    }

    private static Set<PostId> ids(Stream<Attempt> attempts) {
        return attempts.map(attempt -> attempt.post().id()).collect(Collectors.toSet());
    }

    /**
     * Replicas begin at different posts, so that they seldom publish the same one. Those that failed before come last, so that
     * posts that always fail do not keep the rest from being published.
     */
    private List<DuePost> inOrder(List<DuePost> due) {
        var order = due.stream()
                .filter(post -> !failed.contains(post.id()))
                .sorted(Comparator.comparing(DuePost::at))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!order.isEmpty()) {
            Collections.rotate(order, Math.floorMod(System.identityHashCode(this), order.size()));
        }
        due.stream().filter(post -> failed.contains(post.id())).forEach(order::add);
        return order;
    }

    /**
     * What came of a due post.
     *
     * @param isDone whether it is no longer waiting
     * @param isFailed whether it is tried again, after others
     */
    private record Attempt(DuePost post, boolean isDone, boolean isFailed) {}

    private static Duration pause(List<DuePost> waiting, Instant now) {
        return waiting.stream()
                .map(post -> Duration.between(now, post.at()))
                .filter(pause -> !pause.isNegative() && !pause.isZero())
                .min(Comparator.naturalOrder())
                .filter(pause -> pause.compareTo(MAX_PAUSE) < 0)
                .orElse(MAX_PAUSE);
    }

    private Mono<Attempt> publish(DuePost due) {
        return posts.find(due.id())
                .ofType(Scheduled.class)
                .filter(post -> post.isWaiting() && post.schedule().publishAt().equals(due.at()))
                .flatMap(this::publishOrNote)
                .hasElement()
                .map(isDone -> new Attempt(due, isDone, false))
                .onErrorResume(failure -> {
                    report(due, failure);
                    return Mono.just(new Attempt(due, false, true));
                });
    }

    /** Logs one warning per post and outage. */
    private void report(DuePost due, Throwable failure) {
        if (failed.contains(due.id())) {
            log.debug("Cannot publish post {}, which was due {}: {}", due.id(), due.at(), failure.toString());
        } else {
            log.warn(
                    "Cannot publish post {} now, which was due {}; trying again after others: {}",
                    due.id(),
                    due.at(),
                    failure.toString());
            log.debug("Post {}", due.id(), failure);
        }
    }

    private Mono<Post> publishOrNote(Scheduled post) {
        var due = post.schedule().publishAt();
        if (due.plus(MAX_LATENESS).isBefore(clock.instant())) {
            log.warn("Post {} was due {}, which is too long ago: an editor must publish it", post.id(), due);
            return note(post, post.late());
        }
        return publications
                .publishDue(post, TASK)
                .onErrorResume(failure -> isFinal(failure) ? fail(post, failure) : overtaken(failure));
    }

    private Mono<Post> fail(Scheduled post, Throwable failure) {
        log.warn("Post {} cannot be published as scheduled", post.id(), failure);
        return note(post, post.failed(reason(failure)));
    }

    /** Another replica published it, or somebody changed it: nothing is wrong. */
    private static Mono<Post> overtaken(Throwable failure) {
        return failure instanceof StaleRevisionException || failure instanceof PostNotFoundException
                ? Mono.empty()
                : Mono.error(failure);
    }

    private Mono<Post> note(Scheduled post, Scheduled after) {
        return publications.notPublished(post, after, TASK).onErrorResume(PostScheduler::overtaken);
    }

    /** What another try would not change: a post that is refused, or a defect of ours that it leads to. */
    private static boolean isFinal(Throwable failure) {
        return failure instanceof PublishingException
                ? !(failure instanceof StaleRevisionException
                        || failure instanceof PostNotFoundException
                        || failure instanceof OutboxFullException
                        || failure instanceof RenderingBusyException)
                : failure instanceof IllegalArgumentException
                        || failure instanceof NullPointerException
                        || failure instanceof IndexOutOfBoundsException;
    }

    private static String reason(Throwable failure) {
        if (failure instanceof PublishingException.InvalidPostException invalid) {
            return invalid.errors().stream()
                    .map(error -> "The field " + error.field() + " " + error.message() + ".")
                    .reduce((first, second) -> first + " " + second)
                    .orElse("The post is not valid.");
        }
        return failure instanceof PublishingException
                ? String.valueOf(failure.getMessage())
                : "The post led to an error of the server; its log has the details.";
    }
}
