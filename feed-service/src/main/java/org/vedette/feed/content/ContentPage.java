package org.vedette.feed.content;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of posts.
 *
 * @param posts newest first
 * @param next cursor of the page after it; null when there is none
 */
public record ContentPage<T>(List<T> posts, @Nullable String next) {

    public ContentPage {
        posts = List.copyOf(posts);
    }

    /** The same page of the same posts as something else. */
    public <R> ContentPage<R> map(Function<T, R> as) {
        return new ContentPage<>(posts.stream().map(as).toList(), next);
    }
}
