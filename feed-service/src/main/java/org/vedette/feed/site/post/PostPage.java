package org.vedette.feed.site.post;

import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.PageLayout;
import org.vedette.pages.post.PostSummaryView;
import org.vedette.pages.post.PostView;

/**
 * The page of a post.
 *
 * @param layout what is around it
 * @param post the post
 * @param newer the next newer post; null for the newest
 * @param older the next older post; null for the oldest
 */
public record PostPage(
        PageLayout layout,
        PostView post,
        @Nullable PostSummaryView newer,
        @Nullable PostSummaryView older) implements Page {}
