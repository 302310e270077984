package org.vedette.post.studio.bulk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.vedette.post.bulk.web.BulkRequest;

/**
 * What is to be done to the posts that somebody chose.
 *
 * @param action addTags, removeTags, label or withdraw
 * @param tags separated by commas
 * @param isConfirmed whether it is to be done; else the page asks
 */
public record BulkForm(
        List<String> posts, String action, String tags, String tlp, String reason, String note, boolean isConfirmed) {

    public BulkForm {
        posts = List.copyOf(posts);
    }

    static BulkForm of(MultiValueMap<String, String> fields) {
        return new BulkForm(
                fields.getOrDefault("post", List.of()).stream().distinct().toList(),
                text("action", fields),
                text("tags", fields),
                text("tlp", fields),
                text("reason", fields),
                text("note", fields),
                !text("confirmed", fields).isEmpty());
    }

    BulkRequest request() {
        return new BulkRequest(
                List.copyOf(posts),
                action,
                Arrays.stream(tags.split("[,\n]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                tlp,
                reason,
                note);
    }

    private static String text(String name, MultiValueMap<String, String> fields) {
        return Objects.requireNonNullElse(fields.getFirst(name), "").strip();
    }
}
