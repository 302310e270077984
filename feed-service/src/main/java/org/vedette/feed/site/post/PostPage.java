package org.vedette.feed.site.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Link;
import org.vedette.feed.site.PageLayout;
import org.vedette.feed.site.PageResponse.Page;
import org.vedette.feed.site.PostSummaryView;

/**
 * The page of a post.
 *
 * @param layout what is around it
 * @param language of the post
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
        Language language,
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

    /** Direction of the whole post; null where it is that of the page. */
    public @Nullable String direction() {
        return language.isRightToLeft() ? "rtl" : null;
    }

    /** Direction of the labels around the text; null where it is that of the post. */
    public @Nullable String labelDirection() {
        return language.isRightToLeft() ? "ltr" : null;
    }

    /** Language of the labels around the text, which are English; null where the text is, too. */
    public @Nullable String labelLanguage() {
        return language.isEnglish() ? null : Language.ENGLISH.tag();
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
