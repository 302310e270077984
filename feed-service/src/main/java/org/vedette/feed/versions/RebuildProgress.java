package org.vedette.feed.versions;

/**
 * How far a rebuild is.
 *
 * @param read records read from the topic
 * @param of offsets there were to read when it began; a compacted topic has fewer records
 * @param passed offsets that lie behind
 * @param unreadable records that are no events
 */
public record RebuildProgress(long read, long of, long passed, long unreadable) {

    public static final RebuildProgress NONE = new RebuildProgress(0, 0, 0, 0);
}
