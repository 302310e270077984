package org.vedette.notification.controls;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.alerts.AlertId;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/**
 * The decisions of operators as this process knows them. It reads them again and again, and keeps those it has when
 * that fails. Before it has read them once, nothing is sent.
 */
@MayBlock("the worker that polls")
public final class ControlBoard {

    /** How old the stored decisions are at most that are acted on, while the store is available. */
    public static final Duration REFRESH_INTERVAL = Duration.ofMillis(500);

    /** Longer than the timeouts of the store. */
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Longer than dead letters are kept: a mailing among them can be replayed for 90 days. */
    private static final Duration CANCELLATIONS_KEPT = Duration.ofDays(100);

    private final Controls controls;
    private final Clock clock;
    private volatile @Nullable ControlSnapshot current;

    public ControlBoard(Controls controls, Clock clock) {
        this.controls = controls;
        this.clock = clock;
    }

    /** What is known, read first if nothing is. */
    public Mono<ControlSnapshot> known() {
        return Mono.defer(() -> {
            var known = current;
            return known == null ? refresh() : Mono.just(known);
        });
    }

    /** Reads what is stored. */
    public Mono<ControlSnapshot> refresh() {
        return Mono.defer(() -> Mono.zip(
                        controls.mailSwitch(),
                        controls.inForce(clock.instant().minus(CANCELLATIONS_KEPT))
                                .collectMap(AlertControl::alert, Function.identity())))
                .map(read -> new ControlSnapshot(read.getT1(), read.getT2()))
                .doOnNext(read -> current = read);
    }

    /** Reads what is stored, for a worker. */
    public void poll() {
        var unused = refresh().block(TIMEOUT);
    }

    /** Whether a mail may be handed over now, by what is known. */
    public boolean allows(@Nullable AlertId alert) {
        var known = current;
        return alert == null || (known != null && known.verdict(alert).isAllowed());
    }

    /** Whether a mail may be sent, by what is known. */
    public Verdict verdict(@Nullable AlertId alert) {
        var known = current;
        return known == null ? new Verdict.Held("it is not known yet whether mail is stopped") : known.verdict(alert);
    }
}
