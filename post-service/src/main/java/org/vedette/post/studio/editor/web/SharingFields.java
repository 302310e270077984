package org.vedette.post.studio.editor.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.publishing.web.PostRequest.SharingImageRequest;

/**
 * The fields of the editor for search engines and sharing as somebody typed them; empty for what is left to the text.
 *
 * @param imageAddress path of a picture of the media library
 * @param imageText what the picture shows
 */
public record SharingFields(
        String canonicalUrl,
        String metaTitle,
        String metaDescription,
        String excerpt,
        String imageAddress,
        String imageText) {

    static final SharingFields EMPTY = new SharingFields("", "", "", "", "", "");

    static SharingFields of(MultiValueMap<String, String> fields) {
        return new SharingFields(
                text("canonicalUrl", fields),
                text("metaTitle", fields),
                text("metaDescription", fields),
                text("excerpt", fields),
                text("sharingImage", fields),
                text("sharingImageText", fields));
    }

    static SharingFields of(PageMetadata metadata) {
        var url = metadata.canonicalUrl();
        var image = metadata.image();
        return new SharingFields(
                url == null ? "" : url.value(),
                orEmpty(metadata.title()),
                orEmpty(metadata.description()),
                orEmpty(metadata.excerpt()),
                image == null ? "" : image.address(),
                image == null ? "" : orEmpty(image.alternativeText()));
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    @Nullable
    SharingImageRequest image() {
        return imageAddress.isBlank() ? null : new SharingImageRequest(imageAddress, imageText);
    }

    private static String text(String name, MultiValueMap<String, String> fields) {
        return orEmpty(fields.getFirst(name));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
