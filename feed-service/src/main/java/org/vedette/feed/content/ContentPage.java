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

    /** The same page with the posts converted. */
    public <R> ContentPage<R> map(Function<T, R> as) {
        return new ContentPage<>(posts.stream().map(as).toList(), next);
    }
}
