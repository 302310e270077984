package org.vedette.notification.digests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.preferences.DigestSchedule;

/**
 * One digest to all who get it by one schedule.
 *
 * @param id made of the schedule and the time it was due, so that there is one run however many processes begin it
 * @param from the digest before was due then
 * @param to when it was due
 * @param posts what was listed in between, the oldest first
 * @param state how far it is
 * @param audience how many get it; 0 until that is known
 * @param createdAt when it was begun
 */
public record DigestRun(
        AlertId id,
        DigestSchedule schedule,
        Instant from,
        Instant to,
        List<UUID> posts,
        State state,
        long audience,
        Instant createdAt) {

    /** How far a run is. */
    public enum State {
        /** The audience is being read; after a crash it is read again. */
        PLANNING,
        /** Everybody who gets it is in a mailing. */
        PLANNED,
        /** There was nothing to tell, so nobody gets a mail. */
        EMPTY
    }

    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("uuuuMMdd't'HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

    public DigestRun {
        posts = List.copyOf(posts);
    }

    static DigestRun of(KeptSchedule kept, List<UUID> posts, Instant now) {
        var state = posts.isEmpty() ? State.EMPTY : State.PLANNING;
        return new DigestRun(idOf(kept), kept.schedule(), kept.toldBefore(), kept.toldUntil(), posts, state, 0, now);
    }

    static AlertId idOf(KeptSchedule kept) {
        return idOf(kept.schedule(), kept.toldUntil());
    }

    static AlertId idOf(DigestSchedule schedule, Instant due) {
        return AlertId.ofDigest(schedule.id() + "-" + DUE.format(due));
    }

    DigestRun planned(long size) {
        return new DigestRun(id, schedule, from, to, posts, State.PLANNED, size, createdAt);
    }
}
