package org.vedette.starter.logging;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/** Brings the {@link LogContext} from the Reactor context to the thread that works, and from a thread that blocks to the context. */
public final class LogContextAccessor implements ThreadLocalAccessor<LogContext> {

    @Override
    public Object key() {
        return LogContext.KEY;
    }

    @Override
    public @Nullable LogContext getValue() {
        return LogContext.current();
    }

    @Override
    public void setValue(LogContext value) {
        value.apply();
    }

    @Override
    public void setValue() {
        LogContext.clear();
    }
}
