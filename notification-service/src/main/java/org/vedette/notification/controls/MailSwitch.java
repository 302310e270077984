package org.vedette.notification.controls;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether alerts and digests are sent at all. What people ask for themselves, such as confirmations, is sent in any
 * case.
 *
 * @param revision starts at 0, when nobody has used it; every change increments it, which guards updates
 * @param changes who used it, the newest first
 */
public record MailSwitch(long revision, boolean stopped, List<Change> changes) {

    /** Nobody has used it. */
    public static final MailSwitch UNUSED = new MailSwitch(0, false, List.of());

    private static final int MOST_CHANGES = 50;

    public MailSwitch {
        changes = List.copyOf(changes);
    }

    /**
     * One use.
     *
     * @param stopped what was chosen
     * @param reason why, as that person says; null for nothing
     */
    public record Change(
            boolean stopped,
            String by,
            Instant at,
            @Nullable String reason) {}

    /** The newest use; null when nobody has used it. */
    public @Nullable Change last() {
        return changes.isEmpty() ? null : changes.get(0);
    }

    /** The same after a use; a use that changes nothing leaves it as it is. */
    MailSwitch turned(boolean stop, String by, @Nullable String reason, Instant now) {
        if (stop == stopped) {
            return this;
        }
        var all = Stream.concat(Stream.of(new Change(stop, by, now, reason)), changes.stream())
                .limit(MOST_CHANGES)
                .toList();
        return new MailSwitch(revision + 1, stop, all);
    }
}
