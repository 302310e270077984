package org.vedette.post.revisions;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Language;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;
import org.vedette.post.content.Period;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostField;
import org.vedette.post.lifecycle.Slug;

/** Writes the values of fields as text that people compare. */
final class FieldText {

    private FieldText() {}

    /** Null when the post has no value in the field. */
    static @Nullable String of(PostField field, Post post) {
        var value = field.of(post);
        if (value == null) {
            return null;
        }
        return value instanceof List<?> list
                ? list.stream().map(FieldText::text).collect(Collectors.joining("\n"))
                : text(value);
    }

    private static String text(Object value) {
        if (value instanceof Title title) {
            return title.value();
        }
        if (value instanceof Standfirst standfirst) {
            return standfirst.value();
        }
        if (value instanceof Byline byline) {
            return byline.affiliation() == null ? byline.name() : byline.name() + ", " + byline.affiliation();
        }
        if (value instanceof Correction correction) {
            return correction.date() + " " + correction.text();
        }
        if (value instanceof SharingImage image) {
            return image.alternativeText() == null ? image.address() : image.address() + " " + image.alternativeText();
        }
        if (value instanceof Period period) {
            return period.from() + " to " + period.to();
        }
        return word(value);
    }

    private static String word(Object value) {
        if (value instanceof Tag tag) {
            return tag.value();
        }
        if (value instanceof CanonicalUrl url) {
            return url.value();
        }
        if (value instanceof Slug slug) {
            return slug.value();
        }
        if (value instanceof Tlp tlp) {
            return tlp.label();
        }
        return value instanceof Language language ? language.tag() : value.toString();
    }
}
