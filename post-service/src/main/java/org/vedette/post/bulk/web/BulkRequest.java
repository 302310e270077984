package org.vedette.post.bulk.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.post.bulk.BulkChange;
import org.vedette.post.bulk.BulkService;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Note;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.web.FieldReader;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;

/**
 * A change of many posts as editors send it.
 *
 * @param action addTags, removeTags, label or withdraw
 * @param tags for the first two
 * @param tlp for a label
 * @param reason of a withdrawal, for readers
 * @param note for the history
 */
public record BulkRequest(
        @Nullable List<@Nullable String> posts,
        @Nullable String action,
        @Nullable List<@Nullable String> tags,
        @Nullable String tlp,
        @Nullable String reason,
        @Nullable String note) {

    /** What is asked for: which posts, and how they are to be changed. */
    public record Read(List<PostId> posts, BulkChange change, Edit edit) {

        public Read {
            posts = List.copyOf(posts);
        }
    }

    /**
     * Reads the request.
     *
     * @throws org.vedette.post.publishing.PublishingException.InvalidPostException when it is not valid
     */
    public Read read(Caller caller) {
        var fields = new FieldReader();
        var ids = fields.each("posts", posts, BulkService.MAX, BulkRequest::id);
        if (posts == null || posts.isEmpty()) {
            fields.refuse("posts", "must name at least one post");
        }
        var change = fields.required("action", action, text -> text).flatMap(named -> change(named, fields));
        var remark = fields.optional("note", note, Note::new);
        return fields.build(
                () -> new Read(ids, change.orElseThrow(), Edit.by(caller).withNote(remark.orElse(null))));
    }

    private static PostId id(String text) {
        return PostId.of(text).orElseThrow(() -> new InvalidValueException("must be the id of a post"));
    }

    private Optional<BulkChange> change(String named, FieldReader fields) {
        return switch (named) {
            case "addTags" -> tags(fields).map(BulkChange.AddTags::new);
            case "removeTags" -> tags(fields).map(BulkChange.RemoveTags::new);
            case "label" -> fields.required("tlp", tlp, Tlp::of).map(BulkChange.Label::new);
            case "withdraw" ->
                Optional.of(new BulkChange.Withdraw(
                        fields.optional("reason", reason, Note::new).orElse(null)));
            default -> {
                fields.refuse("action", "must be one of addTags, removeTags, label, withdraw");
                yield Optional.empty();
            }
        };
    }

    private Optional<List<Tag>> tags(FieldReader fields) {
        var read = fields.each("tags", Objects.requireNonNullElse(tags, List.of()), PostContent.MAX_TAGS, Tag::new);
        if (tags == null || tags.isEmpty()) {
            fields.refuse("tags", "must have at least one tag");
        }
        return Optional.of(read);
    }
}
