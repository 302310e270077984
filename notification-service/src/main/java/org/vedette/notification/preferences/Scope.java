package org.vedette.notification.preferences;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The posts that a subscriber wants to be told about. */
public sealed interface Scope {

    /** Whether a post is one of them. */
    boolean includes(PostTopics post);

    /** Every post. */
    record Everything() implements Scope {

        @Override
        public boolean includes(PostTopics post) {
            return true;
        }
    }

    /**
     * The posts of some series, and those with some tags. Both may be empty: then only watch terms are left.
     *
     * @param series slugs, sorted
     * @param tags lower-case tags, sorted
     */
    record Chosen(List<String> series, List<String> tags) implements Scope {

        public Chosen {
            series = sorted(series);
            tags = sorted(tags);
        }

        @Override
        public boolean includes(PostTopics post) {
            return (post.series() != null && series.contains(post.series()))
                    || post.tags().stream().anyMatch(tags::contains);
        }

        private static List<String> sorted(List<String> values) {
            Set<String> sorted = new TreeSet<>(values);
            return List.copyOf(sorted);
        }
    }
}
