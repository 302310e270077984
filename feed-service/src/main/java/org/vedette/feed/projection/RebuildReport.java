package org.vedette.feed.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vedette.feed.projection.Rebuild.MissingPosts;

/**
 * How a rebuild ended.
 *
 * @param outcome whether what was rebuilt is served
 * @param detail the same for people, and what they may do
 * @param by the instance that did it
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param progress what it read
 * @param posts posts of the rebuilt version, withdrawn ones too; 0 when it did not come so far
 * @param postsBefore the same of the version it was to replace
 * @param missing posts that the rebuilt version lacks, or has in an older revision only
 */
public record RebuildReport(
        Outcome outcome,
        String detail,
        String by,
        Instant startedAt,
        Instant endedAt,
        Rebuild.Progress progress,
        long posts,
        long postsBefore,
        long missing) {

    private static final int MAX_NAMED = 10;

    /** Whether what was rebuilt is served. */
    public enum Outcome {
        /** The rebuilt version is served. */
        SWITCHED,
        /** The version before is served, because posts would have vanished. */
        REFUSED,
        /** The version before is served, because the rebuild was not completed. */
        FAILED
    }

    /** Reports a complete rebuild. */
    static RebuildReport completed(Rebuild rebuild, Instant now, Comparison comparison, MissingPosts policy) {
        var missing = comparison.missing();
        var switches = missing.isEmpty() || policy != MissingPosts.REFUSE;
        return new RebuildReport(
                switches ? Outcome.SWITCHED : Outcome.REFUSED,
                detail(missing, policy),
                rebuild.by(),
                rebuild.since(),
                now,
                rebuild.progress(),
                comparison.rebuilt().size(),
                comparison.before().size(),
                missing.size());
    }

    static RebuildReport failed(Rebuild rebuild, Instant now, String detail) {
        return new RebuildReport(
                Outcome.FAILED, detail, rebuild.by(), rebuild.since(), now, rebuild.progress(), 0, 0, 0);
    }

    /**
     * The revisions of all posts in the version that is served and in the rebuilt one.
     *
     * @param before read first, so that what is published meanwhile is in the rebuilt version too
     */
    record Comparison(Map<UUID, Long> before, Map<UUID, Long> rebuilt) {

        /** The posts of which the rebuilt version has nothing, or only an older revision. */
        List<UUID> missing() {
            return before.entrySet().stream()
                    .filter(known -> rebuilt.getOrDefault(known.getKey(), -1L) < known.getValue())
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    private static String detail(List<UUID> missing, MissingPosts policy) {
        if (missing.isEmpty()) {
            return "Every post is there.";
        }
        var which = "The topic has nothing, or only an older revision, of "
                + missing.size()
                + " posts, such as "
                + missing.stream().limit(MAX_NAMED).toList();
        return which
                + switch (policy) {
                    case COPY -> ". They were copied from the version before.";
                    case DROP -> ". They were dropped, as requested.";
                    case REFUSE ->
                        ". The version before is served; to give these posts up, rebuild with"
                                + " evenIfPostsAreMissing=true.";
                };
    }
}
