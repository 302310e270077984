package org.vedette.post.publishing;

class InMemoryPostsTests extends PostsContract {

    private final InMemoryPosts posts = new InMemoryPosts();

    @Override
    protected Posts posts() {
        return posts;
    }
}
