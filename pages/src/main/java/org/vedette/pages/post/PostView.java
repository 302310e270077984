package org.vedette.pages.post;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/**
 * A post in full.
 *
 * @param address its permalink
 * @param language of its text
 * @param summary the post as lists show it
 * @param bylines who wrote it
 * @param standfirst the editor's introduction; null when there is none
 * @param revised day of the last change of the text; null when it is the day of publication
 * @param readingTime such as 4 min read
 * @param corrections notes to readers about changes, oldest first
 * @param html the body, sanitized by the post service and adapted by {@link PostBody}
 * @param tags its tags, each with its page
 */
public record PostView(
        String address,
        PostLanguage language,
        PostSummaryView summary,
        List<BylineView> bylines,
        @Nullable String standfirst,
        @Nullable String revised,
        String readingTime,
        List<CorrectionNote> corrections,
        String html,
        List<Link> tags) {

    public PostView {
        bylines = List.copyOf(bylines);
        corrections = List.copyOf(corrections);
        tags = List.copyOf(tags);
    }
}
