package org.vedette.feed.versions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was rebuilt beside what it is to replace.
 *
 * @param posts posts that were rebuilt
 * @param postsBefore posts there are
 * @param missing those of which the rebuilt edition has nothing, or only an older revision
 */
record Comparison(long posts, long postsBefore, List<UUID> missing) {

    private static final int NAMED = 10;

    static Comparison of(Map<UUID, Long> before, Map<UUID, Long> rebuilt) {
        var missing = before.entrySet().stream()
                .filter(there -> rebuilt.getOrDefault(there.getKey(), -1L) < there.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return new Comparison(rebuilt.size(), before.size(), missing);
    }

    Report report(Rebuild rebuild, Instant now, boolean evenIfPostsAreMissing) {
        var switched = missing.isEmpty() || evenIfPostsAreMissing;
        return new Report(
                switched ? Report.Outcome.SWITCHED : Report.Outcome.REFUSED,
                detail(switched),
                rebuild.by(),
                rebuild.since(),
                now,
                rebuild.progress(),
                posts,
                postsBefore,
                missing.size());
    }

    private String detail(boolean switched) {
        if (missing.isEmpty()) {
            return "Every post is there.";
        }
        var which = "The topic has nothing, or only an older revision, of "
                + missing.size()
                + " posts, such as "
                + missing.stream().limit(NAMED).toList();
        return switched
                ? which + ". They are gone, as was wanted."
                : which + ". What was there is served on; to give these posts up, rebuild with"
                        + " evenIfPostsAreMissing=true.";
    }
}
