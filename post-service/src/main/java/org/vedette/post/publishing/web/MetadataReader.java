package org.vedette.post.publishing.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.vedette.post.content.CanonicalUrl;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.SharingImage;

/** Converts the fields of a request that programs are told. */
final class MetadataReader {

    private final PostRequest request;
    private final FieldReader fields;

    MetadataReader(PostRequest request, FieldReader fields) {
        this.request = request;
        this.fields = fields;
    }

    /** The supplier may be called only when no field was refused. */
    Supplier<PageMetadata> read() {
        var canonicalUrl = fields.optional("canonicalUrl", request.canonicalUrl(), CanonicalUrl::new);
        var title = fields.optional("metaTitle", request.metaTitle(), PageMetadata::title);
        var description = fields.optional("metaDescription", request.metaDescription(), PageMetadata::description);
        var excerpt = fields.optional("excerpt", request.excerpt(), PageMetadata::excerpt);
        var image = image();
        return () -> new PageMetadata(
                canonicalUrl.orElse(null),
                title.orElse(null),
                description.orElse(null),
                excerpt.orElse(null),
                image.orElse(null));
    }

    private Optional<SharingImage> image() {
        var image = request.sharingImage();
        return image == null
                ? Optional.empty()
                : fields.optional(
                        "sharingImage", image.address(), address -> new SharingImage(address, image.alternativeText()));
    }
}
