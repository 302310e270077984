package org.vedette.notification.preferences;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides who wants to be told about a post.
 *
 * @param series slug of its series; null when it belongs to none
 * @param tags its lower-case tags
 * @param words the words it contains, as {@link WatchTerm}s are written
 */
public record PostTopics(@Nullable String series, Set<String> tags, Set<String> words) {

    public PostTopics {
        tags = Set.copyOf(tags);
        words = Set.copyOf(words);
    }

    /** Topics of a post whose text does not matter. */
    public static PostTopics of(@Nullable String series, Iterable<String> tags) {
        var copy = new java.util.HashSet<String>();
        tags.forEach(copy::add);
        return new PostTopics(series, copy, Set.of());
    }
}
