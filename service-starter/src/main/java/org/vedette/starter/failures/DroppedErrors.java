package org.vedette.starter.failures;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.context.Context;

/** Says for one pipeline that errors which nobody can receive any more are expected, so that they are no errors in the log. */
public final class DroppedErrors {

    private static final Logger log = LoggerFactory.getLogger(DroppedErrors.class);

    /** The hook of Reactor for one subscriber, see {@code reactor.core.publisher.Hooks#onErrorDropped}. */
    private static final String HOOK = "reactor.onErrorDropped.local";

    private DroppedErrors() {}

    /** For {@code contextWrite}: a parser that fails tells it to its parts and to its end, of which one was answered already. */
    public static Context expected(Context context) {
        Consumer<Throwable> hook =
                dropped -> log.debug("Dropped after the failure that was answered: {}", dropped.toString());
        return context.put(HOOK, hook);
    }
}
