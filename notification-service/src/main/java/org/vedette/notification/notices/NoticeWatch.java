package org.vedette.notification.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.reports.Status;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;
import reactor.core.publisher.Mono;

/** Looks for alerts and digests that halt or have failed, and has the team told. */
@MayBlock("the worker that calls it")
@ThreadConfined("the worker that calls it")
public final class NoticeWatch {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** A server may be away for as long before anybody is told. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    /** Of older ones nobody is told any more. */
    private static final Duration RECENT = Duration.ofDays(3);

    private static final int NEWEST = 20;

    private final NoticeService notices;
    private final ProgressService progress;
    private final BooleanSupplier takesMail;
    private final Clock clock;
    private @Nullable Instant haltedSince;

    /**
     * The watch of one process.
     *
     * @param takesMail whether any mail server takes mail
     */
    public NoticeWatch(NoticeService notices, ProgressService progress, BooleanSupplier takesMail, Clock clock) {
        this.notices = notices;
        this.progress = progress;
        this.takesMail = takesMail;
        this.clock = clock;
    }

    /** Looks once. */
    public void look() {
        var now = clock.instant();
        var isHalted = isHalted(now);
        if (notices.hasTeam()) {
            progress.recent(now.minus(RECENT), NEWEST)
                    .concatMap(found -> tell(found, isHalted))
                    .then()
                    .block(TIMEOUT);
        }
    }

    private boolean isHalted(Instant now) {
        if (takesMail.getAsBoolean()) {
            haltedSince = null;
            return false;
        }
        if (haltedSince == null) {
            haltedSince = now;
        }
        return haltedSince.plus(TOLERATED).isBefore(now);
    }

    private Mono<Void> tell(Progress found, boolean isHalted) {
        var status = found.status();
        if (status == Status.FAILED) {
            return notices.request(Notice.FAILED, found.id());
        }
        return isHalted && status == Status.SENDING ? notices.request(Notice.HALTED, found.id()) : Mono.empty();
    }
}
