package org.vedette.notification.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.webhooks.WebhookId;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * Begins turns for receivers that are due, as many at the same time as the rules allow. Receivers that fail get half of them at
 * most, so that those which hang hold up no other.
 */
@MayBlock("the worker that calls it, and whoever stops it")
public final class Dispatcher {

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int MOST_ROUNDS = 50;

    private final Turns turns;
    private final TurnRunner runner;
    private final DeliveryRules rules;
    private final Supplier<String> tokens;
    private final Clock clock;

    /** The receivers that are sent to, and whether they fail. */
    private final Map<WebhookId, Boolean> active = new ConcurrentHashMap<>();

    private final AtomicBoolean stopping = new AtomicBoolean();

    /**
     * The dispatcher of one process.
     *
     * @param tokens makes a token that no other turn has
     */
    public Dispatcher(Turns turns, TurnRunner runner, DeliveryRules rules, Supplier<String> tokens, Clock clock) {
        this.turns = turns;
        this.runner = runner;
        this.rules = rules;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Begins turns until nothing is due or enough are in progress. */
    public void dispatch() {
        var rounds = 0;
        while (rounds++ < MOST_ROUNDS && beginSome()) {
            log.trace("Sending to {} receivers", active.size());
        }
    }

    private boolean beginSome() {
        var free = rules.total() - active.size();
        if (free <= 0 || stopping.get()) {
            return false;
        }
        var begun = turns.due(clock.instant(), free + rules.total())
                .concatMap(due -> mayBegin(due) ? begin(due) : Mono.empty())
                .filter(turn -> !stopping.get())
                .doOnNext(this::run)
                .count()
                .block(TIMEOUT);
        return begun != null && begun > 0;
    }

    private Mono<Turn> begin(Turns.Due due) {
        var now = clock.instant();
        return turns.begin(due.id(), tokens.get(), now, now.plus(rules.lease()));
    }

    private boolean mayBegin(Turns.Due due) {
        return active.size() < rules.total()
                && !active.containsKey(due.id())
                && (!due.isFailing()
                        || active.values().stream().filter(failing -> failing).count() < (rules.total() + 1) / 2);
    }

    private void run(Turn turn) {
        var id = turn.webhook().id();
        active.put(id, turn.webhook().health().isFailing());
        var running = runner.run(turn)
                .doFinally(end -> finished(id))
                .subscribe(
                        nothing -> log.trace("Ended the turn of webhook {}", id),
                        failure -> log.warn(
                                "Sending to webhook {} failed; it goes on when the turn ends by itself, {} s after its begin",
                                id,
                                rules.lease().toSeconds(),
                                failure));
        log.trace("Began the turn of webhook {}: {}", id, running);
    }

    private void finished(WebhookId id) {
        active.remove(id);
        synchronized (active) {
            active.notifyAll();
        }
    }

    /** Lets turns begin (again). */
    public void start() {
        stopping.set(false);
        runner.start();
    }

    /** Begins no further turn, and no further attempt. */
    public void stopBeginning() {
        stopping.set(true);
        runner.stop();
    }

    /** Waits until the attempts in progress have ended, as long as they may take. */
    public void stop() throws InterruptedException {
        stopBeginning();
        var end = System.nanoTime() + rules.lease().toNanos();
        synchronized (active) {
            while (!active.isEmpty() && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(active, Math.max(1, end - System.nanoTime()));
            }
        }
        if (!active.isEmpty()) {
            log.warn("Stopping while {} receivers are sent to; what was sent may be sent again", active.size());
        }
    }
}
