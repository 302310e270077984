package org.vedette.feed.content.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of posts, newest first. */
@Schema(name = "Posts")
record PostsView(
        List<PostView> posts,

        @Nullable @Schema(description = "Cursor of the page after this one; null when this is the last")
        String next) {}
