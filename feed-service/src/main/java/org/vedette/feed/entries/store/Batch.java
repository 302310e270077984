package org.vedette.feed.entries.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Projected;

/** What is written at once: the newest of each post, and no more of them than a store takes well. */
final class Batch {

    private static final int MOST = 500;

    /** Far below the 48 MB of a message of MongoDB's, and no burden on the heap. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private Batch() {}

    static List<List<Projected>> of(Collection<? extends Projected> projected) {
        var batches = new ArrayList<List<Projected>>();
        var batch = new ArrayList<Projected>();
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

    private static Collection<Projected> newestOfEachPost(Collection<? extends Projected> projected) {
        Map<UUID, Projected> newest = new LinkedHashMap<>();
        projected.forEach(
                each -> newest.merge(each.id(), each, (one, other) -> other.revision() > one.revision() ? other : one));
        return newest.values();
    }

    private static long characters(Projected projected) {
        return projected instanceof Entry entry
                ? (long) entry.post().html().length() + entry.post().text().length()
                : 0;
    }
}
