package org.vedette.post.publishing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vedette.post.history.Revisions;

class InMemoryPostsTests extends PostsContract {

    private final List<UUID> woken = new CopyOnWriteArrayList<>();
    private final InMemoryPosts posts = new InMemoryPosts(woken::add);

    @Override
    protected Posts posts() {
        return posts;
    }

    @Override
    protected Revisions revisions() {
        return posts;
    }

    @Override
    protected List<UUID> woken() {
        return woken;
    }
}
