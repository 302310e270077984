package org.vedette.notification.controls;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.notification.changes.Changes;
import reactor.core.publisher.Mono;

/** Stops alerts and digests, all at once, and takes them up again. */
public final class MailSwitchService {

    private static final Logger log = LoggerFactory.getLogger(MailSwitchService.class);

    /** What follows a restart of the mails. */
    @FunctionalInterface
    public interface Restart {

        /** Lets what waited begin its time anew. */
        Mono<Void> begin();
    }

    private final Controls controls;
    private final ControlBoard board;
    private final Restart restart;
    private final Clock clock;

    public MailSwitchService(Controls controls, ControlBoard board, Restart restart, Clock clock) {
        this.controls = controls;
        this.board = board;
        this.restart = restart;
        this.clock = clock;
    }

    /** How it stands. */
    public Mono<MailSwitch> current() {
        return controls.mailSwitch();
    }

    /**
     * Turns it; emits how it stands afterwards. Every process obeys within a second.
     *
     * @param reason why, as that person says; null for nothing
     */
    public Mono<MailSwitch> turn(boolean stop, String by, @Nullable String reason) {
        return Changes.repeat(
                        controls::mailSwitch, known -> turn(known, known.turned(stop, by, reason, clock.instant())))
                .delayUntil(turned -> board.refresh());
    }

    private Mono<MailSwitch> turn(MailSwitch known, MailSwitch next) {
        if (next.equals(known)) {
            return Mono.just(known);
        }
        var first = next.stopped() ? Mono.<Void>empty() : restart.begin();
        return first.then(controls.store(next)).filter(stored -> stored).map(stored -> {
            log.warn("All alerts and digests are {} by an operator", next.stopped() ? "stopped" : "taken up again");
            return next;
        });
    }
}
