package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;
import org.vedette.post.content.Language;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.publishing.Submission;
import org.vedette.post.publishing.web.SubmissionReader.Omitted;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.starter.api.Utf8;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Merge Patch (RFC 7396) of a post: it changes the fields it names, and removes those it names with null. */
final class MergePatch {

    static final String MEDIA_TYPE = "application/merge-patch+json";

    private static final String SLUG = "slug";

    /** What only responses have, and what publication alone changes. */
    private static final List<String> READ_ONLY = Stream.concat(
                    Stream.of(PostRequest.class
                            .getAnnotation(JsonIgnoreProperties.class)
                            .value()),
                    Stream.of("status", "publishedAt"))
            .toList();

    private final PostRequest request;
    private final ObjectNode patch;
    private final JsonMapper json;

    private MergePatch(PostRequest request, ObjectNode patch, JsonMapper json) {
        this.request = request;
        this.patch = patch;
        this.json = json;
    }

    /**
     * Parses a patch, whose fields have the names and types of a request.
     *
     * @throws ServerWebInputException when it is no JSON object, or has an unknown field or one of another type
     */
    static MergePatch parse(byte[] body, JsonMapper json) {
        Utf8.require(body);
        try {
            // The request says where its faults are, which a tree does not know.
            var request = json.readValue(body, PostRequest.class);
            if (request != null && json.readTree(body) instanceof ObjectNode patch) {
                return new MergePatch(request, patch, json);
            }
        } catch (JacksonException unreadable) {
            throw new ServerWebInputException("The patch cannot be read.", null, unreadable);
        }
        throw new ServerWebInputException("The patch must be a JSON object.");
    }

    /** What the patch says about itself. */
    Edit edit(Caller caller) {
        return SubmissionReader.edit(request, caller);
    }

    /** The submission that this patch makes of a post. */
    Submission on(Post post, Permalinks permalinks, Language siteLanguage, Instant now) {
        var before = json.<ObjectNode>valueToTree(PostView.of(post, permalinks));
        if (post instanceof Draft draft && draft.hasDerivedSlug()) {
            before = before.without(SLUG);
        }
        var after = (ObjectNode) merge(before, patch);
        var fields = new FieldReader();
        refuse(before, after, post, fields);
        return new SubmissionReader(json.treeToValue(after, PostRequest.class), fields)
                .read(Omitted.defaults(siteLanguage), now);
    }

    private static void refuse(ObjectNode before, ObjectNode after, Post post, FieldReader fields) {
        READ_ONLY.stream()
                .filter(name -> !text(name, before).equals(text(name, after)))
                .forEach(name -> fields.refuse(name, "cannot be changed"));
        if (!after.has("tlp")) {
            fields.refuse("tlp", "cannot be removed: name the label that the post is to have");
        }
        if (!(post instanceof Draft) && !after.has(SLUG)) {
            fields.refuse(SLUG, "cannot be removed from a " + PostField.status(post) + " post");
        }
    }

    private static String text(String name, ObjectNode object) {
        return String.valueOf(object.get(name));
    }

    /** The function MergePatch of RFC 7396 §2. */
    private static JsonNode merge(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged = merged.without(change.getKey());
            } else {
                merged = merged.set(change.getKey(), merge(merged.get(change.getKey()), change.getValue()));
            }
        }
        return merged;
    }
}
