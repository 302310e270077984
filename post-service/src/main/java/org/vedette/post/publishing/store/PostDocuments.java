package org.vedette.post.publishing.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.manuscript.Body;
import org.vedette.post.manuscript.Byline;
import org.vedette.post.manuscript.Manuscript;
import org.vedette.post.manuscript.Period;
import org.vedette.post.manuscript.Standfirst;
import org.vedette.post.manuscript.Tag;
import org.vedette.post.manuscript.Title;
import org.vedette.post.manuscript.Tlp;
import org.vedette.post.publishing.Draft;
import org.vedette.post.publishing.Post;
import org.vedette.post.publishing.PostId;
import org.vedette.post.publishing.Published;
import org.vedette.post.publishing.Revision;
import org.vedette.post.publishing.Slug;

/** How a post lies in its document; the only place that knows the names of its fields. */
final class PostDocuments {

    static final String ID = "_id";
    static final String REVISION = "revision";
    static final String BODY = "body";
    static final String CREATED_AT = "createdAt";

    /** The slug, then the former slugs: one unique index covers them all. */
    static final String SLUGS = "slugs";

    private static final String STATE = "state";
    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";

    private PostDocuments() {}

    /** Everything but the outbox. */
    static Document of(Post post) {
        Document document = manuscript(post.manuscript())
                .append(ID, post.id().value())
                .append(REVISION, post.revision().value())
                .append(SLUGS, slugs(post))
                .append(CREATED_AT, Date.from(post.createdAt()));
        if (post instanceof Published published) {
            return document.append(STATE, PUBLISHED)
                    .append("publishAt", null)
                    .append("publishedAt", Date.from(published.publishedAt()))
                    .append("revisedAt", Date.from(published.revisedAt()));
        }
        Instant publishAt = ((Draft) post).publishAt();
        return document.append(STATE, DRAFT).append("publishAt", publishAt == null ? null : Date.from(publishAt));
    }

    /** A body that was not read is empty. */
    static Post post(Document document) {
        PostId id = new PostId(document.get(ID, UUID.class));
        Revision revision = new Revision(document.getLong(REVISION));
        List<Slug> slugs =
                document.getList(SLUGS, String.class).stream().map(Slug::new).toList();
        Manuscript manuscript = manuscript(document);
        Instant createdAt = document.getDate(CREATED_AT).toInstant();
        if (PUBLISHED.equals(document.getString(STATE))) {
            return new Published(
                    id,
                    revision,
                    slugs.get(0),
                    slugs.subList(1, slugs.size()),
                    manuscript,
                    createdAt,
                    document.getDate("publishedAt").toInstant(),
                    document.getDate("revisedAt").toInstant());
        }
        Instant publishAt = read(document.getDate("publishAt"), Date::toInstant);
        return new Draft(id, revision, slugs.get(0), manuscript, publishAt, createdAt);
    }

    private static List<String> slugs(Post post) {
        return Stream.concat(Stream.of(post.slug()), post.formerSlugs().stream())
                .map(Slug::value)
                .toList();
    }

    private static Document manuscript(Manuscript manuscript) {
        return new Document("title", manuscript.title().value())
                .append("standfirst", manuscript.introduction().orElse(null))
                .append(BODY, manuscript.body().markdown())
                .append(
                        "bylines",
                        manuscript.bylines().stream().map(PostDocuments::byline).toList())
                .append("tags", manuscript.tags().stream().map(Tag::value).toList())
                .append("series", manuscript.series())
                .append(
                        "period",
                        Optional.ofNullable(manuscript.period())
                                .map(PostDocuments::period)
                                .orElse(null))
                .append("tlp", manuscript.tlp().label());
    }

    private static Manuscript manuscript(Document document) {
        return new Manuscript(
                new Title(document.getString("title")),
                read(document.getString("standfirst"), Standfirst::new),
                new Body(document.get(BODY, "")),
                document.getList("bylines", Document.class).stream()
                        .map(PostDocuments::byline)
                        .toList(),
                document.getList("tags", String.class).stream().map(Tag::new).toList(),
                document.getString("series"),
                read(document.get("period", Document.class), PostDocuments::period),
                Tlp.of(document.getString("tlp")));
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
