package org.vedette.feed.entries.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;

/** What is written at once: the newest of each post, and no more of them than a store takes well. */
final class Batch {

    private static final int MOST = 500;

    /** Far below the 48 MB of a message of MongoDB's, and no burden on the heap. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private Batch() {}

    static List<List<ProjectedPost>> of(Collection<? extends ProjectedPost> projected) {
        var batches = new ArrayList<List<ProjectedPost>>();
        var batch = new ArrayList<ProjectedPost>();
        var characters = 0L;
        for (var each : newestOfEachPost(projected)) {
            if (!batch.isEmpty() && (batch.size() == MOST || characters + characters(each) > MOST_CHARACTERS)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                characters = 0;
            }
            batch.add(each);
            characters += characters(each);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static Collection<ProjectedPost> newestOfEachPost(Collection<? extends ProjectedPost> projected) {
        Map<UUID, ProjectedPost> newest = new LinkedHashMap<>();
        projected.forEach(
                each -> newest.merge(each.id(), each, (one, other) -> other.revision() > one.revision() ? other : one));
        return newest.values();
    }

    private static long characters(ProjectedPost projected) {
        return projected instanceof Entry entry
                ? (long) entry.post().html().length() + entry.post().text().length()
                : 0;
    }
}
