package org.vedette.post.renaming;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.renaming.PostRenaming.Result;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Works on renamings, one after another in the order in which they were asked for, so that none undoes another. One replica at
 * a time does, under a claim that it renews before each batch. What a stopped or killed one did not finish, another one finds
 * and finishes: a renaming is done when no post has the former word any more.
 */
@MayBlock("the thread of its worker")
public final class RenamingRunner {

    private static final Logger log = LoggerFactory.getLogger(RenamingRunner.class);
    private static final Logger audit = LoggerFactory.getLogger("org.vedette.post.audit");
    private static final int BATCH = 20;

    /** Few, so that the renderings of others are not held up. */
    private static final int CONCURRENCY = 4;

    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

    private final Renamings renamings;
    private final PostRenaming posts;
    private final Clock clock;
    private final String owner;
    private volatile boolean stopping;

    /** @param owner identity of this runner among those of all replicas */
    public RenamingRunner(Renamings renamings, PostRenaming posts, Clock clock, String owner) {
        this.renamings = renamings;
        this.posts = posts;
        this.clock = clock;
        this.owner = owner;
    }

    /** Allows renamings (again). */
    public void start() {
        stopping = false;
    }

    /** Ends the renaming at hand after its batch; another replica goes on. */
    public void stop() {
        stopping = true;
    }

    /** Finishes the renamings that there are, unless another replica works on them. */
    public void run() {
        if (isAny() && claim(CLAIM)) {
            try {
                finishAll();
            } finally {
                release();
            }
        }
    }

    /** Reads again what there is: another replica may have finished it before its claim ended. */
    private void finishAll() {
        var next = renamings.open().next().blockOptional(STORE_TIMEOUT);
        while (!stopping && next.isPresent() && finish(next.get())) {
            next = renamings.open().next().blockOptional(STORE_TIMEOUT);
        }
    }

    private boolean isAny() {
        return await(renamings.open().hasElements(), STORE_TIMEOUT);
    }

    /** False when it was not finished. */
    private boolean finish(Renaming renaming) {
        var current = save(renaming.running(clock.instant()));
        posts.prepare(current).block(STORE_TIMEOUT);
        for (var left = left(current); !left.isEmpty(); left = left(current)) {
            var before = current.done();
            current = save(current.found(left.size(), clock.instant()));
            for (var batch : batches(left)) {
                if (stopping || !claim(CLAIM)) {
                    return false;
                }
                current = save(change(batch, current));
            }
            if (current.done() == before) {
                // Other requests keep changing these posts: the next run tries again.
                return false;
            }
        }
        posts.complete(current).block(STORE_TIMEOUT);
        var finished = save(current.finished(clock.instant()));
        audit.info(
                "Renaming {}: {} is done, {} posts changed, {} refused",
                finished.id(),
                finished.words(),
                finished.changed(),
                finished.refused().size());
        return true;
    }

    /** The posts that have the former word, but for those that were refused. */
    private List<PostId> left(Renaming renaming) {
        var refused = renaming.refused().stream().map(Renaming.Refused::post).toList();
        return refused.size() >= Renaming.MAX_REFUSED
                ? List.of()
                : await(
                        posts.find(renaming)
                                .filter(post -> !refused.contains(post.value()))
                                .collectList(),
                        STORE_TIMEOUT);
    }

    private static List<List<PostId>> batches(List<PostId> posts) {
        return Flux.fromIterable(posts)
                .buffer(BATCH)
                .collectList()
                .blockOptional(STORE_TIMEOUT)
                .orElseThrow();
    }

    private Renaming change(List<PostId> batch, Renaming renaming) {
        var results = await(
                Flux.fromIterable(batch)
                        .flatMap(post -> posts.change(post, renaming), CONCURRENCY)
                        .collectList(),
                BATCH_TIMEOUT);
        var changed = (int) results.stream().filter(Result::isChanged).count();
        var refused =
                results.stream().flatMap(result -> result.refusal().stream()).toList();
        refused.forEach(each -> log.warn("Post {} was not renamed: {}", each.post(), each.reason()));
        return renaming.progressed(changed, refused, clock.instant());
    }

    private Renaming save(Renaming state) {
        renamings.save(state).block(STORE_TIMEOUT);
        return state;
    }

    private boolean claim(Duration duration) {
        var now = clock.instant();
        return await(renamings.claim(owner, now, now.plus(duration)), STORE_TIMEOUT);
    }

    private void release() {
        if (claim(Duration.ZERO)) {
            log.debug("Another replica may go on");
        }
    }

    private static <T> T await(Mono<T> operation, Duration timeout) {
        return operation.blockOptional(timeout).orElseThrow();
    }
}
