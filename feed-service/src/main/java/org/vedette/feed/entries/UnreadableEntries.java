package org.vedette.feed.entries;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this instance left out because it cannot be read or shown, so that it stops nothing else and is not overlooked.
 * Each is told of once for each place where it was met: an edition, the changes, the search index.
 */
public final class UnreadableEntries {

    /** Where entries are taken over as changes. */
    public static final String CHANGES = "the changes";

    /** Where entries are made to be found. */
    public static final String SEARCH = "the search index";

    private static final Logger log = LoggerFactory.getLogger(UnreadableEntries.class);

    private final Set<Met> met = ConcurrentHashMap.newKeySet();

    private record Met(String place, String post) {}

    /** Leaves a post out. */
    public void report(String place, Object post, Throwable why) {
        if (met.add(new Met(place, String.valueOf(post)))) {
            log.warn(
                    "Post {} is left out of {}, because its entry cannot be read: {}. Revise the post, or rebuild.",
                    post,
                    place,
                    why.toString());
        }
    }

    /** A post is as it should be, or is again. */
    public void resolve(String place, Object post) {
        if (!met.isEmpty()) {
            var unused = met.remove(new Met(place, String.valueOf(post)));
        }
    }

    /** What was met there does not matter any more. */
    public void clear(String place) {
        met.removeIf(each -> each.place().equals(place));
    }

    /** The posts that somebody who is served this edition misses somewhere. */
    public Set<String> affecting(String edition) {
        return met.stream()
                .filter(each -> Set.of(edition, CHANGES, SEARCH).contains(each.place()))
                .map(Met::post)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
