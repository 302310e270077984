package org.vedette.post.publishing.store;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.requests.Person;

/**
 * Maps what is known about revisions to documents. That of the current revision is in the document of the post; the document
 * of a former one is the document of the post as it was, under an id of its own.
 */
final class RevisionDocuments {

    static final String CHANGE = "change";
    static final String POST = "post";

    /** The id of the person who wrote the first revision; absent in documents of earlier versions. */
    static final String WRITER = "writer";

    private RevisionDocuments() {}

    static Document change(RevisionInfo info) {
        var by = info.by();
        return new Document("by", by == null ? null : by.id())
                .append("name", by == null ? null : by.name())
                .append("at", Optional.ofNullable(info.at()).map(Date::from).orElse(null))
                .append(
                        "note",
                        Optional.ofNullable(info.note()).map(Note::value).orElse(null))
                .append("fields", info.changed().stream().map(PostField::json).toList());
    }

    static RevisionInfo info(Document document) {
        var revision = PostDocuments.revision(document);
        var change = document.get(CHANGE, Document.class);
        return change == null
                ? new RevisionInfo(revision, null, null, null, Set.of())
                : new RevisionInfo(
                        revision,
                        person(change),
                        Optional.ofNullable(change.getDate("at"))
                                .map(Date::toInstant)
                                .orElse(null),
                        Optional.ofNullable(change.getString("note"))
                                .map(Note::new)
                                .orElse(null),
                        fields(change));
    }

    private static @Nullable Person person(Document change) {
        var id = change.getString("by");
        return id == null ? null : new Person(id, change.getString("name"));
    }

    private static Set<PostField> fields(Document change) {
        var names = change.getList("fields", String.class, List.of());
        return Arrays.stream(PostField.values())
                .filter(field -> names.contains(field.json()))
                .collect(Collectors.toSet());
    }

    /** The document that keeps a revision when the next one replaces it; equal whoever writes it. */
    static Document former(Document post) {
        var id = post.get(PostDocuments.ID, UUID.class);
        var former = new Document(post);
        former.keySet().removeAll(RequestDocuments.OF_REQUESTS);
        return former.append(PostDocuments.ID, id(id, post.getLong(PostDocuments.REVISION)))
                .append(POST, id);
    }

    static String id(UUID post, long revision) {
        return post + "/" + revision;
    }

    /** The document of the post as it was. */
    static Document post(Document former) {
        return new Document(former).append(PostDocuments.ID, former.get(POST, UUID.class));
    }
}
