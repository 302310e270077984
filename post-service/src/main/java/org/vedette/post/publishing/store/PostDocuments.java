package org.vedette.post.publishing.store;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.authors.PublishedNames.PublishedName;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Language;
import org.vedette.post.content.Note;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tlp;
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

/** Maps posts to documents; with {@link ContentDocuments} the only place that knows the field names. */
final class PostDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String BODY = ContentDocuments.BODY;
    static final String CREATED_AT = "createdAt";

    /** The slug, then the former slugs, so that one unique index covers them all. */
    static final String SLUGS = "slugs";

    /** Slugs of the authors as the newest event says them; absent in documents of earlier versions and in drafts. */
    static final String AUTHORS = "authors";

    static final String BYLINE_NAMES = "bylines.name";
    static final String STATE = "state";
    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";
    static final String PUBLISHED_AT = "publishedAt";
    static final String PUBLISH_AT = "publishAt";

    /** The second since 1970 in which the document was last stored; absent in documents of earlier versions. */
    static final String STORED_IN = "storedIn";

    /** The state of a schedule, absent in a post that has none. */
    static final String SCHEDULE = "schedule";

    /** True in a draft that waits for an editor; absent in all others. */
    private static final String READY = "readyForReview";

    static final String WAITING = Schedule.State.WAITING.name();

    /** The fields of some states only; a document of another state does not have them. */
    static final List<String> OF_SOME_STATES = List.of(
            PUBLISHED_AT,
            "revisedAt",
            "corrections",
            SCHEDULE,
            "scheduleFailure",
            "quiet",
            "withdrawnAt",
            "withdrawalReason",
            READY);

    private static final String SCHEDULED = "scheduled";
    private static final String WITHDRAWN = "withdrawn";

    private PostDocuments() {}

    /** The post itself: neither its outbox nor what is known about the revision. */
    static Document of(Post post) {
        var document = ContentDocuments.of(post.content())
                .append(ID, post.id().value())
                .append(REVISION, post.revision().value())
                .append(SLUGS, slugs(post))
                .append(CREATED_AT, Date.from(post.createdAt()))
                .append(STATE, PostField.status(post))
                .append(PUBLISH_AT, null);
        if (post instanceof Scheduled scheduled) {
            return withSchedule(scheduled.schedule(), document);
        }
        if (post instanceof Withdrawn withdrawn) {
            return withPublication(withdrawn.last(), document)
                    .append("withdrawnAt", Date.from(withdrawn.withdrawnAt()))
                    .append(
                            "withdrawalReason",
                            Optional.ofNullable(withdrawn.reason())
                                    .map(Note::value)
                                    .orElse(null));
        }
        if (post instanceof Published published) {
            return withPublication(published, document);
        }
        return withDraft((Draft) post, document);
    }

    private static Document withDraft(Draft draft, Document document) {
        var publishAt = draft.publishAt();
        document.append(PUBLISH_AT, publishAt == null ? null : Date.from(publishAt));
        return draft.isReady() ? document.append(READY, true) : document;
    }

    private static Document withSchedule(Schedule schedule, Document document) {
        return document.append(PUBLISH_AT, Date.from(schedule.publishAt()))
                .append("quiet", schedule.isQuiet())
                .append(SCHEDULE, schedule.state().name())
                .append("scheduleFailure", schedule.reason());
    }

    private static Document withPublication(Published post, Document document) {
        return document.append(PUBLISHED_AT, Date.from(post.publishedAt()))
                .append("revisedAt", Date.from(post.revisedAt()))
                .append("quiet", post.isQuiet())
                .append(
                        "corrections",
                        post.corrections().stream()
                                .map(PostDocuments::correction)
                                .toList());
    }

    /**
     * Reads a post; the body is empty when the projection excluded it.
     *
     * @param siteLanguage language of posts of earlier versions, whose documents have none
     */
    static Post post(Document document, Language siteLanguage) {
        var content = ContentDocuments.content(document, siteLanguage);
        return switch (document.getString(STATE)) {
            case PUBLISHED -> published(document, content);
            case WITHDRAWN ->
                new Withdrawn(
                        published(document, content),
                        Optional.ofNullable(document.getString("withdrawalReason"))
                                .map(Note::new)
                                .orElse(null),
                        document.getDate("withdrawnAt").toInstant());
            case SCHEDULED ->
                new Scheduled(
                        id(document),
                        revision(document),
                        slugs(document).get(0),
                        content,
                        document.getDate(CREATED_AT).toInstant(),
                        schedule(document));
            case DRAFT ->
                new Draft(
                        id(document),
                        revision(document),
                        slugs(document).get(0),
                        content,
                        Optional.ofNullable(document.getDate(PUBLISH_AT))
                                .map(Date::toInstant)
                                .orElse(null),
                        document.getDate(CREATED_AT).toInstant(),
                        document.getBoolean(READY, false));
            default -> throw new IllegalStateException("unknown state of a post: " + document.getString(STATE));
        };
    }

    private static Published published(Document document, PostContent content) {
        var slugs = slugs(document);
        return new Published(
                id(document),
                revision(document),
                slugs.get(0),
                slugs.subList(1, slugs.size()),
                content,
                corrections(document),
                document.getDate(CREATED_AT).toInstant(),
                document.getDate(PUBLISHED_AT).toInstant(),
                document.getDate("revisedAt").toInstant(),
                document.getBoolean("quiet", false));
    }

    private static Schedule schedule(Document document) {
        return new Schedule(
                document.getDate(PUBLISH_AT).toInstant(),
                document.getBoolean("quiet", false),
                Schedule.State.valueOf(document.getString(SCHEDULE)),
                document.getString("scheduleFailure"));
    }

    static PostId id(Document document) {
        return new PostId(document.get(ID, UUID.class));
    }

    static Revision revision(Document document) {
        return new Revision(document.getLong(REVISION));
    }

    /** Whether everybody may read the post; says so of a document without its content as well. */
    static boolean isPublic(Document document) {
        return PUBLISHED.equals(document.getString(STATE))
                && Tlp.CLEAR.label().equals(document.getString(ContentDocuments.LABEL));
    }

    /** The authors that an event says. */
    static List<String> authors(PostEvent event) {
        var post = event instanceof PostPublished published
                ? published.post()
                : event instanceof PostRevised revised ? revised.post() : null;
        return post == null
                ? List.of()
                : post.bylines().stream()
                        .map(credit -> credit.authorSlug())
                        .distinct()
                        .toList();
    }

    /** The names in the bylines of a published post. */
    static List<PublishedName> publishedNames(Document document) {
        var publishedAt = document.getDate(PUBLISHED_AT).toInstant();
        return document.getList("bylines", Document.class).stream()
                .map(byline -> new PublishedName(byline.getString("name"), publishedAt))
                .toList();
    }

    private static List<String> slugs(Post post) {
        return Stream.concat(Stream.of(post.slug()), post.formerSlugs().stream())
                .map(Slug::value)
                .toList();
    }

    private static List<Slug> slugs(Document document) {
        return document.getList(SLUGS, String.class).stream().map(Slug::new).toList();
    }

    private static Document correction(Correction correction) {
        return new Document("date", Date.from(correction.date())).append("text", correction.text());
    }

    /** Documents of earlier versions have none. */
    private static List<Correction> corrections(Document document) {
        return document.getList("corrections", Document.class, List.of()).stream()
                .map(note -> new Correction(note.getDate("date").toInstant(), note.getString("text")))
                .toList();
    }
}
