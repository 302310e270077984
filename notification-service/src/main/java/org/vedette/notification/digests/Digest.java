package org.vedette.notification.digests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Series;

/**
 * What one subscriber is told.
 *
 * @param run the run it belongs to
 * @param posts the posts, the newest first; never empty
 */
public record Digest(DigestRun run, List<DigestedPost> posts) {

    public Digest {
        posts = List.copyOf(posts);
        if (posts.isEmpty()) {
            throw new IllegalArgumentException("a digest tells of something");
        }
    }

    /**
     * The posts of one series.
     *
     * @param series the series; null for the posts that belong to none
     */
    public record Section(@Nullable Series series, List<DigestedPost> posts) {}

    /** The posts by series: series first, in the order of their newest posts, then the posts without one. */
    public List<Section> sections() {
        var bySeries = new LinkedHashMap<String, List<DigestedPost>>();
        var others = new ArrayList<DigestedPost>();
        for (var post : posts) {
            if (post.series() == null) {
                others.add(post);
            } else {
                bySeries.computeIfAbsent(post.series().slug(), slug -> new ArrayList<>())
                        .add(post);
            }
        }
        var sections = new ArrayList<Section>();
        bySeries.values().forEach(ofOne -> sections.add(new Section(ofOne.get(0).series(), List.copyOf(ofOne))));
        if (!others.isEmpty()) {
            sections.add(new Section(null, List.copyOf(others)));
        }
        return sections;
    }
}
