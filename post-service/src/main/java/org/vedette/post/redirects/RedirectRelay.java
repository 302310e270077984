package org.vedette.post.redirects;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.redirects.Redirects.Change;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the changes of redirects. One replica at a time does, so that the newest change of a path is the last one on the topic;
 * its claim lasts longer than a batch can.
 */
@MayBlock("the thread of its worker")
public final class RedirectRelay {

    private static final Logger log = LoggerFactory.getLogger(RedirectRelay.class);
    private static final int BATCH = 500;
    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration CLAIM = Duration.ofSeconds(60);
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Redirects redirects;
    private final RedirectPublisher publisher;
    private final Clock clock;
    private final String owner;
    private final Semaphore signals = new Semaphore(0);

    /** @param owner identity of this relay among those of all replicas */
    public RedirectRelay(Redirects redirects, RedirectPublisher publisher, Clock clock, String owner) {
        this.redirects = redirects;
        this.publisher = publisher;
        this.clock = clock;
        this.owner = owner;
    }

    /** Says that there is a change. */
    public void wake() {
        signals.release();
    }

    /** Waits for a change, for a second at most, and sends what there is. */
    public void relay() throws InterruptedException {
        if (signals.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
        while (sendBatch() == BATCH) {
            log.debug("Sent {} redirects, and there may be more", BATCH);
        }
    }

    private int sendBatch() {
        var pending = redirects
                .pending(BATCH)
                .collectList()
                .blockOptional(STORE_TIMEOUT)
                .orElseThrow();
        if (pending.isEmpty() || !claim()) {
            return 0;
        }
        // Read again: another replica may have sent them before its claim ended.
        var claimed = redirects
                .pending(BATCH)
                .collectList()
                .blockOptional(STORE_TIMEOUT)
                .orElseThrow();
        send(claimed).block(BATCH_TIMEOUT);
        redirects.sent(claimed).block(STORE_TIMEOUT);
        return claimed.size();
    }

    private boolean claim() {
        var now = clock.instant();
        return redirects
                .claim(owner, now, now.plus(CLAIM))
                .blockOptional(STORE_TIMEOUT)
                .orElse(false);
    }

    private Mono<Void> send(List<Change> changes) {
        return Flux.fromIterable(changes).flatMap(publisher::publish, BATCH).then();
    }
}
