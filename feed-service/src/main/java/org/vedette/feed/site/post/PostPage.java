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
 * @param revised day of the last change of the text; null when it is the day of publication
 * @param readingTime such as 4 min read
 * @param corrections notes to readers about changes, oldest first
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
        List<CorrectionNote> corrections,
        String html,
        List<Link> tags,
        @Nullable PostSummaryView newer,
        @Nullable PostSummaryView older)
        implements Page {

    public PostPage {
        bylines = List.copyOf(bylines);
        corrections = List.copyOf(corrections);
        tags = List.copyOf(tags);
    }

    /**
     * A note to readers about a change.
     *
     * @param date when it was made, as machines read it
     * @param day such as June 30, 2016
     * @param text plain text
     */
    public record CorrectionNote(String date, String day, String text) {}
}
