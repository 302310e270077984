package org.vedette.feed.entries.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;

/** Splits posts into the batches of one write each: the newest of every post, and no more than a store takes well. */
final class WriteBatches {

    private static final int MAX_POSTS = 500;

    /** Far below the 48 MB of a message of MongoDB's, and no burden on the heap. */
    private static final long MAX_CHARACTERS = 4_000_000;

    private WriteBatches() {}

    static List<List<ProjectedPost>> of(Collection<? extends ProjectedPost> posts) {
        var batches = new ArrayList<List<ProjectedPost>>();
        var batch = new ArrayList<ProjectedPost>();
        var characters = 0L;
        for (var post : newestOfEachPost(posts)) {
            if (!batch.isEmpty() && (batch.size() == MAX_POSTS || characters + characters(post) > MAX_CHARACTERS)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                characters = 0;
            }
            batch.add(post);
            characters += characters(post);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static Collection<ProjectedPost> newestOfEachPost(Collection<? extends ProjectedPost> posts) {
        Map<UUID, ProjectedPost> newest = new LinkedHashMap<>();
        posts.forEach(
                post -> newest.merge(post.id(), post, (one, other) -> other.revision() > one.revision() ? other : one));
        return newest.values();
    }

    private static long characters(ProjectedPost post) {
        return post instanceof Entry entry
                ? (long) entry.post().html().length() + entry.post().text().length()
                : 0;
    }
}
