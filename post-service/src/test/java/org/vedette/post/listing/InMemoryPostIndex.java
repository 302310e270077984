package org.vedette.post.listing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;

/** An index that finds nothing, and knows which revisions it was given. */
public final class InMemoryPostIndex implements PostIndex {

    private final Map<PostId, Long> revisions = new ConcurrentHashMap<>();

    @Override
    public void put(Collection<IndexedPost> posts) {
        posts.forEach(indexed ->
                revisions.put(indexed.post().id(), indexed.post().revision().value()));
    }

    @Override
    public void remove(Collection<PostId> posts) {
        posts.forEach(revisions::remove);
    }

    @Override
    public boolean isBroken() {
        return false;
    }

    @Override
    public void reset() {
        revisions.clear();
    }

    @Override
    public boolean has(PostId post, long revision) {
        return revisions.getOrDefault(post, 0L) >= revision;
    }

    @Override
    public List<ValueCount> counts(CountedField field, @Nullable String visibleTo) {
        return List.of();
    }

    @Override
    public Page find(PostQuery query) {
        return new Page(List.of(), null, 0);
    }
}
