package org.vedette.post.publishing.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Language;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;

/** Maps the content of posts to fields of their documents. */
final class ContentDocuments {

    static final String BODY = "body";
    static final String LABEL = "tlp";
    static final String SERIES = "series";
    static final String TAGS = "tags";

    private static final String LANGUAGE = "language";

    private ContentDocuments() {}

    static Document of(PostContent content) {
        return new Document("title", content.title().value())
                .append("standfirst", content.introduction().orElse(null))
                .append(BODY, content.body().markdown())
                .append(MongoMediaUsage.FIELD, MongoMediaUsage.idsIn(content))
                .append(
                        "bylines",
                        content.bylines().stream().map(ContentDocuments::byline).toList())
                .append(TAGS, content.tags().stream().map(Tag::value).toList())
                .append(SERIES, content.series())
                .append(
                        "period",
                        Optional.ofNullable(content.period())
                                .map(ContentDocuments::period)
                                .orElse(null))
                .append(LABEL, content.tlp().label())
                .append(LANGUAGE, content.language().tag())
                .append("metadata", MetadataDocuments.of(content.metadata()));
    }

    static PostContent content(Document document, Language siteLanguage) {
        return new PostContent(
                new Title(document.getString("title")),
                read(document.getString("standfirst"), Standfirst::new),
                new Body(document.get(BODY, "")),
                document.getList("bylines", Document.class).stream()
                        .map(ContentDocuments::byline)
                        .toList(),
                document.getList(TAGS, String.class).stream().map(Tag::new).toList(),
                document.getString(SERIES),
                read(document.get("period", Document.class), ContentDocuments::period),
                Tlp.of(document.getString(LABEL)),
                Optional.ofNullable(document.getString(LANGUAGE))
                        .map(Language::new)
                        .orElse(siteLanguage),
                MetadataDocuments.metadata(document.get("metadata", Document.class)));
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
