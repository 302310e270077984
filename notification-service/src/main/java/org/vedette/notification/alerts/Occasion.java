package org.vedette.notification.alerts;

import org.jspecify.annotations.Nullable;

/** Why people are mailed about a post. */
public sealed interface Occasion {

    /** It was published. */
    record Publication() implements Occasion {}

    /** It was corrected; {@code text} is the note to its readers. */
    record Correction(String text) implements Occasion {}

    /** It was withdrawn; {@code reason} is for its readers, null when none was given. */
    record Withdrawal(@Nullable String reason) implements Occasion {}
}
