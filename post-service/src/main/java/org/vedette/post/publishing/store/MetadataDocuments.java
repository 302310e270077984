package org.vedette.post.publishing.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PageMetadata.CanonicalUrl;
import org.vedette.post.content.PageMetadata.SharingImage;

/** Maps what programs are told about a post to a document; null stands for nothing, as in documents of earlier versions. */
final class MetadataDocuments {

    private MetadataDocuments() {}

    static @Nullable Document of(PageMetadata metadata) {
        if (metadata.equals(PageMetadata.NONE)) {
            return null;
        }
        var url = metadata.canonicalUrl();
        return new Document("canonicalUrl", url == null ? null : url.value())
                .append("title", metadata.title())
                .append("description", metadata.description())
                .append("excerpt", metadata.excerpt())
                .append("image", image(metadata.image()));
    }

    static PageMetadata metadata(@Nullable Document document) {
        if (document == null) {
            return PageMetadata.NONE;
        }
        var url = document.getString("canonicalUrl");
        return new PageMetadata(
                url == null ? null : new CanonicalUrl(url),
                document.getString("title"),
                document.getString("description"),
                document.getString("excerpt"),
                image(document.get("image", Document.class)));
    }

    private static @Nullable Document image(@Nullable SharingImage image) {
        return image == null
                ? null
                : new Document("address", image.address()).append("alternativeText", image.alternativeText());
    }

    private static @Nullable SharingImage image(@Nullable Document document) {
        return document == null
                ? null
                : new SharingImage(document.getString("address"), document.getString("alternativeText"));
    }
}
