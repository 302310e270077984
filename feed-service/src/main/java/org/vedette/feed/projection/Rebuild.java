package org.vedette.feed.projection;

import java.time.Instant;

/**
 * A rebuild under way, or one whose instance died.
 *
 * @param version the projection version that it builds
 * @param by the instance that does it
 * @param since when it began
 * @param leasedUntil when other instances may take its place
 * @param progress how far it is
 */
public record Rebuild(String version, String by, Instant since, Instant leasedUntil, Progress progress) {

    /**
     * How far a rebuild is.
     *
     * @param read records read from the topic
     * @param of offsets there were to read when it began; a compacted topic has fewer records
     * @param passed offsets that were passed
     * @param unreadable records that are no events
     */
    public record Progress(long read, long of, long passed, long unreadable) {

        public static final Progress NONE = new Progress(0, 0, 0, 0);
    }

    /** What a rebuild does about posts that are served and that the topic lacks. */
    public enum MissingPosts {
        /** Does not serve the rebuilt version. */
        REFUSE,
        /** Serves the rebuilt version without them. */
        DROP,
        /** Copies them from the version that is served. */
        COPY
    }

    Rebuild renewed(Progress newest, Instant until) {
        return new Rebuild(version, by, since, until, newest);
    }
}
