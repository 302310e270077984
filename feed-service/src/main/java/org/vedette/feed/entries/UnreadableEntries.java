package org.vedette.feed.entries;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The posts that this instance leaves out because their entries cannot be read or shown, so that they stop nothing else
 * and are not overlooked. Each is logged once for each source: a projection version, the changes, the search index.
 */
public final class UnreadableEntries {

    /** Source of entries that could not be included as changes. */
    public static final String CHANGES = "the changes";

    /** Source of entries that could not be indexed. */
    public static final String SEARCH = "the search index";

    private static final Logger log = LoggerFactory.getLogger(UnreadableEntries.class);

    private final Set<Unreadable> all = ConcurrentHashMap.newKeySet();

    private record Unreadable(String source, String post) {}

    /** Notes that a post is left out. */
    public void report(String source, Object post, Throwable cause) {
        if (all.add(new Unreadable(source, String.valueOf(post)))) {
            log.warn(
                    "Post {} is left out of {}, because its entry cannot be read: {}. Revise the post, or rebuild.",
                    post,
                    source,
                    cause.toString());
        }
    }

    /** Notes that a post can be read, maybe again. */
    public void resolve(String source, Object post) {
        if (!all.isEmpty()) {
            all.remove(new Unreadable(source, String.valueOf(post)));
        }
    }

    /** Forgets what was reported of a source that does not exist any more. */
    public void clear(String source) {
        all.removeIf(each -> each.source().equals(source));
    }

    /** The posts that readers of this projection version miss somewhere. */
    public Set<String> affecting(String version) {
        return all.stream()
                .filter(each -> Set.of(version, CHANGES, SEARCH).contains(each.source()))
                .map(Unreadable::post)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
