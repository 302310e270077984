package org.vedette.post.publishing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PageMetadata;
import org.vedette.post.content.CanonicalUrl;
import org.vedette.post.content.SharingImage;
import org.vedette.post.media.MediaAddress;

/** Maps what programs are told about a post to its public form. */
final class PublicMetadata {

    private PublicMetadata() {}

    /** Null when that is left to the text. */
    static @Nullable PageMetadata of(org.vedette.post.content.PageMetadata metadata) {
        var mapped = new PageMetadata(
                Optional.ofNullable(metadata.canonicalUrl())
                        .map(CanonicalUrl::value)
                        .orElse(null),
                metadata.title(),
                metadata.description(),
                Optional.ofNullable(metadata.image())
                        .flatMap(PublicMetadata::image)
                        .orElse(null));
        return mapped.equals(PageMetadata.NONE) ? null : mapped;
    }

    private static Optional<PageMetadata.SharingImage> image(SharingImage image) {
        return MediaAddress.parse(image.address())
                .map(address -> new PageMetadata.SharingImage(
                        address.toString(),
                        address.format().mediaType(),
                        address.width(),
                        address.height(),
                        image.alternativeText()));
    }
}
