package org.vedette.notification.controls;

/** Whether a mail may be sent now. */
public sealed interface Verdict {

    /** Nothing is against it. */
    record Allowed() implements Verdict {}

    /** Not for the moment. */
    record Held(String reason) implements Verdict {}

    /** Not any more. */
    record Cancelled(String reason) implements Verdict {}

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
