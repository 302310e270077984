package org.vedette.post.archive;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Language;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;

/** Maps the content of posts to fields with the names that they have in the API. */
final class ContentFields {

    private static final String BYLINES = "bylines";
    private static final String AFFILIATION = "affiliation";
    private static final String SERIES = "series";
    private static final String PERIOD = "period";
    private static final String CANONICAL_URL = "canonicalUrl";
    private static final String META_TITLE = "metaTitle";
    private static final String META_DESCRIPTION = "metaDescription";
    private static final String EXCERPT = "excerpt";
    private static final String SHARING_IMAGE = "sharingImage";
    private static final String ADDRESS = "address";
    private static final String ALTERNATIVE_TEXT = "alternativeText";

    private ContentFields() {}

    /** All but the body. */
    static void put(PostContent content, Map<String, Object> fields) {
        fields.put("title", content.title().value());
        RevisionFields.put(fields, "standfirst", content.introduction().orElse(null));
        fields.put(
                BYLINES, content.bylines().stream().map(ContentFields::byline).toList());
        fields.put("tags", content.tags().stream().map(Tag::value).toList());
        RevisionFields.put(fields, SERIES, content.series());
        var period = content.period();
        if (period != null) {
            fields.put(
                    PERIOD,
                    RevisionFields.ordered(
                            "from", period.from().toString(), "to", period.to().toString()));
        }
        fields.put("tlp", content.tlp().label());
        fields.put("language", content.language().tag());
        putMetadata(content.metadata(), fields);
    }

    private static Map<String, Object> byline(Byline byline) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", byline.name());
        RevisionFields.put(fields, AFFILIATION, byline.affiliation());
        return fields;
    }

    private static void putMetadata(PageMetadata metadata, Map<String, Object> fields) {
        var url = metadata.canonicalUrl();
        var image = metadata.image();
        RevisionFields.put(fields, CANONICAL_URL, url == null ? null : url.value());
        RevisionFields.put(fields, META_TITLE, metadata.title());
        RevisionFields.put(fields, META_DESCRIPTION, metadata.description());
        RevisionFields.put(fields, EXCERPT, metadata.excerpt());
        if (image != null) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put(ADDRESS, image.address());
            RevisionFields.put(shown, ALTERNATIVE_TEXT, image.alternativeText());
            fields.put(SHARING_IMAGE, shown);
        }
    }

    static PostContent read(Fields fields, String body) {
        return new PostContent(
                fields.value("title", Title::new),
                fields.optional("standfirst", Standfirst::new),
                Fields.named("body", () -> new Body(body)),
                bylines(fields),
                Fields.named(
                        "tags",
                        () -> fields.texts("tags").stream().map(Tag::new).toList()),
                fields.optional(SERIES),
                period(fields),
                fields.value("tlp", Tlp::of),
                fields.value("language", Language::new),
                metadata(fields));
    }

    private static List<Byline> bylines(Fields fields) {
        return Fields.named(
                BYLINES,
                () -> fields.groups(BYLINES).stream()
                        .map(byline -> new Byline(byline.text("name"), byline.optional(AFFILIATION)))
                        .toList());
    }

    private static @Nullable Period period(Fields fields) {
        return fields.group(PERIOD)
                .<@Nullable Period>map(period -> Fields.named(
                        PERIOD,
                        () -> new Period(period.value("from", LocalDate::parse), period.value("to", LocalDate::parse))))
                .orElse(null);
    }

    private static PageMetadata metadata(Fields fields) {
        return new PageMetadata(
                fields.optional(CANONICAL_URL, CanonicalUrl::new),
                fields.optional(META_TITLE, PageMetadata::title),
                fields.optional(META_DESCRIPTION, PageMetadata::description),
                fields.optional(EXCERPT, PageMetadata::excerpt),
                fields.group(SHARING_IMAGE)
                        .<@Nullable SharingImage>map(image -> Fields.named(
                                SHARING_IMAGE,
                                () -> new SharingImage(image.text(ADDRESS), image.optional(ALTERNATIVE_TEXT))))
                        .orElse(null));
    }
}
