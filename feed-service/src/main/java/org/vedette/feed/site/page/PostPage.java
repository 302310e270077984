package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.head.Frame;
import org.vedette.feed.site.story.Credit;
import org.vedette.feed.site.story.Story;

/**
 * A post to be read.
 *
 * @param frame what is around it
 * @param story its head
 * @param credits who wrote it
 * @param standfirst the editor's introduction; null when there is none
 * @param revised day of the newest revision, when it is another than that of publication
 * @param readingTime such as 4 min read
 * @param correction what readers must know about the newest revision; null when there is nothing
 * @param html the body, sanitized by the post service
 * @param tags what it is about, each with its page
 * @param newer the next newer post; null for the newest
 * @param older the next older post; null for the oldest
 */
public record PostPage(
        Frame frame,
        Story story,
        List<Credit> credits,
        @Nullable String standfirst,
        @Nullable String revised,
        String readingTime,
        @Nullable String correction,
        String html,
        List<Link> tags,
        @Nullable Story newer,
        @Nullable Story older)
        implements Page {

    public PostPage {
        credits = List.copyOf(credits);
        tags = List.copyOf(tags);
    }
}
