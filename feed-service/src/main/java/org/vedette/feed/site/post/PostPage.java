package org.vedette.feed.site.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Link;
import org.vedette.feed.site.PageLayout;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.PostSummaryView;

/**
 * The page of a post.
 *
 * @param layout what is around it
 * @param summary the post as lists show it
 * @param bylines who wrote it
 * @param standfirst the editor's introduction; null when there is none
 * @param revised day of the newest revision; null when it is the day of publication
 * @param readingTime such as 4 min read
 * @param correction what readers must know about the newest revision; null when there is nothing
 * @param html the body, sanitized by the post service
 * @param tags its tags, each with its page
 * @param newer the next newer post; null for the newest
 * @param older the next older post; null for the oldest
 */
public record PostPage(
        PageLayout layout,
        PostSummaryView summary,
        List<BylineLink> bylines,
        @Nullable String standfirst,
        @Nullable String revised,
        String readingTime,
        @Nullable String correction,
        String html,
        List<Link> tags,
        @Nullable PostSummaryView newer,
        @Nullable PostSummaryView older)
        implements Page {

    public PostPage {
        bylines = List.copyOf(bylines);
        tags = List.copyOf(tags);
    }
}
