package org.vedette.post.archive;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Note;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Schedule;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.requests.Person;

/** Maps revisions of posts to Markdown with front matter; with {@link ContentFields} the only place that knows its fields. */
public final class RevisionFields {

    private static final String FENCE = "---\n";
    private static final String STATUS = "status";
    private static final String REVISION = "revision";
    private static final String REVISIONS = "revisions";
    private static final String CREATED_AT = "createdAt";
    private static final String PUBLISH_AT = "publishAt";
    private static final String PUBLISHED_AT = "publishedAt";
    private static final String REVISED_AT = "revisedAt";
    private static final String FORMER_SLUGS = "formerSlugs";
    private static final String CORRECTIONS = "corrections";
    private static final String QUIET = "quiet";
    private static final String SCHEDULE = "schedule";
    private static final String REASON = "reason";
    private static final String READY = "readyForReview";
    private static final String WITHDRAWN_AT = "withdrawnAt";
    private static final String WITHDRAWAL_REASON = "withdrawalReason";
    private static final String CHANGE = "change";

    private RevisionFields() {}

    /**
     * The file of a revision.
     *
     * @param revisions how many files its post has; 0 for a former revision, which does not say so
     */
    public static String write(StoredRevision stored, int revisions) {
        var post = stored.post();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", post.id().toString());
        fields.put(REVISION, post.revision().value());
        if (revisions > 0) {
            fields.put(REVISIONS, revisions);
        }
        fields.put(STATUS, PostField.status(post));
        fields.put("slug", post.slug().value());
        ContentFields.put(post.content(), fields);
        fields.put(CREATED_AT, post.createdAt().toString());
        putState(post, fields);
        fields.put(CHANGE, change(stored.info()));
        return FieldWriter.frontMatter(fields) + post.content().body().markdown();
    }

    private static void putState(Post post, Map<String, Object> fields) {
        if (post instanceof Draft draft) {
            put(fields, PUBLISH_AT, draft.publishAt());
            if (draft.isReady()) {
                fields.put(READY, true);
            }
        } else if (post instanceof Scheduled scheduled) {
            var schedule = scheduled.schedule();
            fields.put(PUBLISH_AT, schedule.publishAt().toString());
            fields.put(QUIET, schedule.isQuiet());
            var state = new LinkedHashMap<String, Object>();
            state.put("state", schedule.state().name());
            put(state, REASON, schedule.reason());
            fields.put(SCHEDULE, state);
        } else if (post instanceof Withdrawn withdrawn) {
            putPublication(withdrawn.last(), fields);
            fields.put(WITHDRAWN_AT, withdrawn.withdrawnAt().toString());
            put(
                    fields,
                    WITHDRAWAL_REASON,
                    withdrawn.reason() == null ? null : withdrawn.reason().value());
        } else {
            putPublication((Published) post, fields);
        }
    }

    private static void putPublication(Published post, Map<String, Object> fields) {
        if (!post.formerSlugs().isEmpty()) {
            fields.put(
                    FORMER_SLUGS, post.formerSlugs().stream().map(Slug::value).toList());
        }
        fields.put(PUBLISHED_AT, post.publishedAt().toString());
        fields.put(REVISED_AT, post.revisedAt().toString());
        fields.put(QUIET, post.isQuiet());
        if (!post.corrections().isEmpty()) {
            fields.put(
                    CORRECTIONS,
                    post.corrections().stream()
                            .map(note -> ordered("date", note.date().toString(), "text", note.text()))
                            .toList());
        }
    }

    private static Map<String, Object> change(RevisionInfo info) {
        var change = new LinkedHashMap<String, Object>();
        if (info.by() != null) {
            change.put("by", RecordFields.person(info.by()));
        }
        put(change, "at", info.at());
        put(change, "note", info.note() == null ? null : info.note().value());
        change.put(
                "fields", info.changed().stream().map(PostField::json).sorted().toList());
        return change;
    }

    static Map<String, Object> ordered(String name, Object value, String otherName, Object otherValue) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(name, value);
        fields.put(otherName, otherValue);
        return fields;
    }

    static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /**
     * A file cut into the text of its fields and its body.
     *
     * @param fields without the lines of hyphens
     */
    public record Parts(String fields, String body) {

        /** Signals an {@link InvalidValueException} when there are no fields. */
        public static Parts of(String text) {
            var end = text.indexOf("\n" + FENCE);
            if (!text.startsWith(FENCE) || end < 0) {
                throw new InvalidValueException("has no front matter");
            }
            return new Parts(text.substring(FENCE.length(), end + 1), text.substring(end + 1 + FENCE.length()));
        }
    }

    /** How many files the post has, as its newest revision says; 0 when it does not. */
    public static long revisions(Fields fields) {
        return fields.has(REVISIONS) ? fields.number(REVISIONS) : 0;
    }

    public static StoredRevision read(Fields fields, String body) {
        var id = fields.value("id", text -> PostId.of(text).orElseThrow(IllegalArgumentException::new));
        var revision = fields.value(REVISION, text -> new Revision(Long.parseLong(text)));
        return new StoredRevision(post(id, revision, fields, body), info(revision, fields));
    }

    private static Post post(PostId id, Revision revision, Fields fields, String body) {
        var content = ContentFields.read(fields, body);
        var slug = fields.value("slug", Slug::new);
        var createdAt = fields.instant(CREATED_AT);
        return switch (fields.text(STATUS)) {
            case "draft" ->
                new Draft(
                        id,
                        revision,
                        slug,
                        content,
                        fields.optional(PUBLISH_AT, Instant::parse),
                        createdAt,
                        fields.flag(READY));
            case "scheduled" -> new Scheduled(id, revision, slug, content, createdAt, schedule(fields));
            case "published" -> published(id, revision, fields, body);
            case "withdrawn" ->
                new Withdrawn(
                        published(id, revision, fields, body),
                        fields.optional(WITHDRAWAL_REASON, Note::new),
                        fields.instant(WITHDRAWN_AT));
            default -> throw new InvalidValueException("has an unknown status " + fields.text(STATUS));
        };
    }

    private static Published published(PostId id, Revision revision, Fields fields, String body) {
        return new Published(
                id,
                revision,
                fields.value("slug", Slug::new),
                Fields.named(
                        FORMER_SLUGS,
                        () -> fields.texts(FORMER_SLUGS).stream().map(Slug::new).toList()),
                ContentFields.read(fields, body),
                corrections(fields),
                fields.instant(CREATED_AT),
                fields.instant(PUBLISHED_AT),
                fields.instant(REVISED_AT),
                fields.flag(QUIET));
    }

    private static List<Correction> corrections(Fields fields) {
        return Fields.named(
                CORRECTIONS,
                () -> fields.groups(CORRECTIONS).stream()
                        .map(note -> new Correction(note.instant("date"), note.text("text")))
                        .toList());
    }

    private static Schedule schedule(Fields fields) {
        var state = fields.group(SCHEDULE).orElseThrow(() -> new InvalidValueException("has no field " + SCHEDULE));
        return new Schedule(
                fields.instant(PUBLISH_AT),
                fields.flag(QUIET),
                state.value("state", Schedule.State::valueOf),
                state.optional(REASON));
    }

    private static RevisionInfo info(Revision revision, Fields fields) {
        var change = fields.group(CHANGE).orElseGet(() -> new Fields(Map.of()));
        return new RevisionInfo(
                revision,
                change.group("by")
                        .map(RecordFields::person)
                        .<@Nullable Person>map(by -> by)
                        .orElse(null),
                change.optional("at", Instant::parse),
                change.optional("note", Note::new),
                changed(change.texts("fields")));
    }

    private static Set<PostField> changed(List<String> names) {
        var changed = new HashSet<PostField>();
        Arrays.stream(PostField.values())
                .filter(field -> names.contains(field.json()))
                .forEach(changed::add);
        return changed;
    }
}
