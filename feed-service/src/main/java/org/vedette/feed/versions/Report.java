package org.vedette.feed.versions;

import java.time.Instant;

/**
 * How a rebuild ended.
 *
 * @param outcome whether what was rebuilt is served
 * @param detail the same for people, and what they may do
 * @param by the instance that did it
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param progress what it read
 * @param posts posts of the rebuilt edition, withdrawn ones too; 0 when it did not come so far
 * @param postsBefore the same of the edition it was to replace
 * @param missing posts that the rebuilt edition lacks, or has in an older revision only
 */
public record Report(
        Outcome outcome,
        String detail,
        String by,
        Instant startedAt,
        Instant endedAt,
        RebuildProgress progress,
        long posts,
        long postsBefore,
        long missing) {

    /** Whether what was rebuilt is served. */
    public enum Outcome {
        /** It is. */
        SWITCHED,
        /** Not, because posts would have vanished. */
        REFUSED,
        /** Not, because it was not completed. */
        FAILED
    }

    static Report failed(Rebuild rebuild, Instant now, String detail) {
        return new Report(Outcome.FAILED, detail, rebuild.by(), rebuild.since(), now, rebuild.progress(), 0, 0, 0);
    }
}
