package org.vedette.feed.versions;

import java.time.Instant;

/**
 * A rebuild that is under way, or died on it.
 *
 * @param edition the edition that it makes
 * @param by the instance that does it
 * @param since when it began
 * @param leasedUntil when others may take it for dead
 * @param progress how far it is
 */
public record Rebuild(String edition, String by, Instant since, Instant leasedUntil, RebuildProgress progress) {

    Rebuild renewed(RebuildProgress now, Instant until) {
        return new Rebuild(edition, by, since, until, now);
    }
}
