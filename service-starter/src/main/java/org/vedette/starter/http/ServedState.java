package org.vedette.starter.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how new the state is that an instance answered from, so that a cache in front of several instances never replaces
 * a response with an older one, and how new it has to be, so that nobody is answered from an older state than before.
 */
public final class ServedState {

    /**
     * The response header with the state: a whole number, the same on every instance for the same state, that only grows. A
     * content is at least as new as its number says. In a request it is the state that the answer must have at least: an
     * instance that lags behind waits for it a moment, and then answers 503 with its own state.
     */
    public static final String HEADER = "Vedette-State";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** The header does not say which state, or nothing that is a number. */
    public static final long UNKNOWN = -1;

    private ServedState() {}

    /** The state that a header names; {@link #UNKNOWN} when it is absent or no number. */
    public static long parse(@Nullable String value) {
        return value != null && NUMBER.matcher(value).matches() ? Long.parseLong(value) : UNKNOWN;
    }
}
