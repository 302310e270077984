package org.vedette.post.publishing.store;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.authors.PublishedNames.PublishedName;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Language;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.publishing.Draft;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.Published;
import org.vedette.post.publishing.Revision;
import org.vedette.post.publishing.Slug;

/** Maps posts to documents; the only place that knows the field names. */
final class PostDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String BODY = "body";
    static final String CREATED_AT = "createdAt";

    /** The slug, then the former slugs, so that one unique index covers them all. */
    static final String SLUGS = "slugs";

    /** Slugs of the authors as the newest event says them; absent in documents of earlier versions and in drafts. */
    static final String AUTHORS = "authors";

    static final String BYLINE_NAMES = "bylines.name";
    static final String STATE = "state";
    static final String PUBLISHED = "published";
    static final String PUBLISHED_AT = "publishedAt";

    private static final String LANGUAGE = "language";
    private static final String CORRECTIONS = "corrections";
    private static final String DRAFT = "draft";

    private PostDocuments() {}

    /** All fields except the outbox. */
    static Document of(Post post) {
        var document = content(post.content())
                .append(ID, post.id().value())
                .append(REVISION, post.revision().value())
                .append(SLUGS, slugs(post))
                .append(CREATED_AT, Date.from(post.createdAt()));
        if (post instanceof Published published) {
            return document.append(STATE, PUBLISHED)
                    .append("publishAt", null)
                    .append(PUBLISHED_AT, Date.from(published.publishedAt()))
                    .append("revisedAt", Date.from(published.revisedAt()))
                    .append(
                            CORRECTIONS,
                            published.corrections().stream()
                                    .map(PostDocuments::correction)
                                    .toList());
        }
        var publishAt = ((Draft) post).publishAt();
        return document.append(STATE, DRAFT).append("publishAt", publishAt == null ? null : Date.from(publishAt));
    }

    /**
     * Reads a post; the body is empty when the projection excluded it.
     *
     * @param siteLanguage language of posts of earlier versions, whose documents have none
     */
    static Post post(Document document, Language siteLanguage) {
        var id = new PostId(document.get(ID, UUID.class));
        var revision = new Revision(document.getLong(REVISION));
        var slugs =
                document.getList(SLUGS, String.class).stream().map(Slug::new).toList();
        var content = content(document, siteLanguage);
        var createdAt = document.getDate(CREATED_AT).toInstant();
        if (PUBLISHED.equals(document.getString(STATE))) {
            return new Published(
                    id,
                    revision,
                    slugs.get(0),
                    slugs.subList(1, slugs.size()),
                    content,
                    corrections(document),
                    createdAt,
                    document.getDate(PUBLISHED_AT).toInstant(),
                    document.getDate("revisedAt").toInstant());
        }
        var publishAt = read(document.getDate("publishAt"), Date::toInstant);
        return new Draft(id, revision, slugs.get(0), content, publishAt, createdAt);
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

    private static Document content(PostContent content) {
        return new Document("title", content.title().value())
                .append("standfirst", content.introduction().orElse(null))
                .append(BODY, content.body().markdown())
                .append(MongoMediaUsage.FIELD, MongoMediaUsage.idsIn(content.body()))
                .append(
                        "bylines",
                        content.bylines().stream().map(PostDocuments::byline).toList())
                .append("tags", content.tags().stream().map(Tag::value).toList())
                .append("series", content.series())
                .append(
                        "period",
                        Optional.ofNullable(content.period())
                                .map(PostDocuments::period)
                                .orElse(null))
                .append("tlp", content.tlp().label())
                .append(LANGUAGE, content.language().tag());
    }

    private static PostContent content(Document document, Language siteLanguage) {
        return new PostContent(
                new Title(document.getString("title")),
                read(document.getString("standfirst"), Standfirst::new),
                new Body(document.get(BODY, "")),
                document.getList("bylines", Document.class).stream()
                        .map(PostDocuments::byline)
                        .toList(),
                document.getList("tags", String.class).stream().map(Tag::new).toList(),
                document.getString("series"),
                read(document.get("period", Document.class), PostDocuments::period),
                Tlp.of(document.getString("tlp")),
                Optional.ofNullable(document.getString(LANGUAGE))
                        .map(Language::new)
                        .orElse(siteLanguage));
    }

    private static Document correction(Correction correction) {
        return new Document("date", Date.from(correction.date())).append("text", correction.text());
    }

    /** Documents of earlier versions have none. */
    private static List<Correction> corrections(Document document) {
        return document.getList(CORRECTIONS, Document.class, List.of()).stream()
                .map(note -> new Correction(note.getDate("date").toInstant(), note.getString("text")))
                .toList();
    }

    private static Document byline(Byline byline) {
        return new Document("name", byline.name()).append("affiliation", byline.affiliation());
    }

    private static Byline byline(Document document) {
        return new Byline(document.getString("name"), document.getString("affiliation"));
    }

    private static Document period(Period period) {
        return new Document("from", period.from().toString())
                .append("to", period.to().toString());
    }

    private static Period period(Document document) {
        return new Period(LocalDate.parse(document.getString("from")), LocalDate.parse(document.getString("to")));
    }

    private static <T, R> @Nullable R read(@Nullable T value, Function<T, R> reader) {
        return value == null ? null : reader.apply(value);
    }
}
