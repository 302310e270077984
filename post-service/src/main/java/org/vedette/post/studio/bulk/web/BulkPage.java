package org.vedette.post.studio.bulk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * Says what will be done to many posts and asks once; then, what came of it.
 *
 * @param error what is wrong; null for nothing
 * @param unreadable says how many that were chosen are not shown, because they do not exist or may not be read; null for none
 * @param posts those that were chosen, each with what came of it
 * @param labels to choose from
 * @param summary what came of it; null before it is done
 */
public record BulkPage(
        ApplicationLayout layout,
        BulkForm form,
        @Nullable String error,
        @Nullable String unreadable,
        List<ChosenPost> posts,
        List<Option> labels,
        @Nullable String summary) {

    public BulkPage {
        posts = List.copyOf(posts);
        labels = List.copyOf(labels);
    }

    /** The button that does it. */
    public String button() {
        var count = posts.size() == 1 ? "1 post" : posts.size() + " posts";
        return switch (form.action()) {
            case "addTags" -> "Add the tags to " + count;
            case "removeTags" -> "Remove the tags from " + count;
            case "label" -> "Change the label of " + count;
            default -> "Withdraw " + count;
        };
    }

    /**
     * A post.
     *
     * @param state in words
     * @param result what came of it; null before it is done
     */
    public record ChosenPost(
            String id,
            String path,
            String title,
            String state,
            @Nullable String result,
            boolean isRefused) {}
}
