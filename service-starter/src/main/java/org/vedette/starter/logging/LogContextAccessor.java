package org.vedette.starter.logging;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Brings the {@link LogContext} from the Reactor context to the thread that works, and from a thread that blocks to the context. */
public final class LogContextAccessor implements ThreadLocalAccessor<LogContext> {

    static final String KEY = "vedette.log";

    @Override
    public Object key() {
        return KEY;
    }

    @Override
    public @Nullable LogContext getValue() {
        return current();
    }

    /** What the MDC of this thread says; null when it says nothing. */
    static @Nullable LogContext current() {
        HashMap<String, String> values = null;
        for (var name : LogContext.NAMES) {
            var value = MDC.get(name);
            if (value != null) {
                values = values == null ? new HashMap<>() : values;
                values.put(name, value);
            }
        }
        return values == null ? null : new LogContext(values);
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
