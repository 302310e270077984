package org.vedette.feed.content.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.content.ContentService;

/** A page of posts, newest first. */
@Schema(name = "Posts")
record PostsView(
        List<PostView> posts,

        @Nullable @Schema(description = "Cursor of the page after this one; null when this is the last")
        String next) {

    static <T> PostsView of(ContentService.Page<T> page, Function<T, PostView> view) {
        return new PostsView(page.posts().stream().map(view).toList(), page.next());
    }
}
