package org.vedette.post.studio.posts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * A page of the list of posts.
 *
 * @param filters what the reader asked for
 * @param found how many posts match, in words
 * @param next path of the next page; null on the last one
 * @param self path of this page, with its query
 * @param isSelected whether all its posts are chosen
 * @param canPublish whether the person may do more to posts than to tag drafts
 */
public record PostsPage(
        ApplicationLayout layout,
        Filters filters,
        List<Option> states,
        List<Option> series,
        List<Option> labels,
        String found,
        List<PostRow> posts,
        @Nullable String next,
        String self,
        boolean isSelected,
        boolean canPublish) {

    public PostsPage {
        states = List.copyOf(states);
        series = List.copyOf(series);
        labels = List.copyOf(labels);
        posts = List.copyOf(posts);
    }

    /** The filters as the form has them; empty for all posts. */
    public record Filters(
            String text, String status, String schedule, String series, String author, String tag, String tlp) {

        public boolean isEmpty() {
            return (text + status + schedule + series + author + tag + tlp).isEmpty();
        }
    }
}
