package org.vedette.feed.entries.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PageMetadata;
import org.vedette.events.PageMetadata.SharingImage;

/** Maps what programs are told about a post to a document; documents of earlier versions have none. */
final class MetadataDocuments {

    private static final String CANONICAL_URL = "canonicalUrl";

    private MetadataDocuments() {}

    static @Nullable Document write(@Nullable PageMetadata metadata) {
        return metadata == null
                ? null
                : new Document(CANONICAL_URL, metadata.canonicalUrl())
                        .append("title", metadata.title())
                        .append("description", metadata.description())
                        .append("image", write(metadata.image()));
    }

    private static @Nullable Document write(@Nullable SharingImage image) {
        return image == null
                ? null
                : new Document("address", image.address())
                        .append("mediaType", image.mediaType())
                        .append("width", image.width())
                        .append("height", image.height())
                        .append("alternativeText", image.alternativeText());
    }

    static @Nullable PageMetadata read(@Nullable Document document) {
        return document == null
                ? null
                : new PageMetadata(
                        document.getString(CANONICAL_URL),
                        document.getString("title"),
                        document.getString("description"),
                        readImage(document.get("image", Document.class)));
    }

    private static @Nullable SharingImage readImage(@Nullable Document document) {
        return document == null
                ? null
                : new SharingImage(
                        StoredFields.text("address", document),
                        StoredFields.text("mediaType", document),
                        document.getInteger("width", 0),
                        document.getInteger("height", 0),
                        document.getString("alternativeText"));
    }

    /** Whether the post was first published elsewhere. */
    static boolean hasCanonicalUrl(@Nullable Document document) {
        return document != null && document.getString(CANONICAL_URL) != null;
    }
}
