package org.vedette.notification.selfservice;

import java.time.Clock;
import java.time.Duration;
import org.vedette.starter.MayBlock;

/** Forgets the addresses of people who had themselves erased long ago. */
@MayBlock("the worker that calls it")
public final class ErasurePurge {

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final ErasedAddresses erased;
    private final Duration keptFor;
    private final Clock clock;

    public ErasurePurge(ErasedAddresses erased, Duration keptFor, Clock clock) {
        this.erased = erased;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Forgets all that are old enough. */
    public void run() {
        erased.forget(clock.instant().minus(keptFor)).block(TIMEOUT);
    }
}
