package org.vedette.starter.http;

/**
 * Says how new the state is that an instance answered from, so that a cache in front of several instances never replaces
 * a response with an older one.
 */
public final class ServedState {

    /**
     * The response header with the state: a whole number, the same on every instance for the same state, that only grows. A
     * content is at least as new as its number says.
     */
    public static final String HEADER = "Vedette-State";

    private ServedState() {}
}
