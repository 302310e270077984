package org.vedette.post.media.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaUses;

/**
 * A picture in responses to editors.
 *
 * @param type media type of the file that was uploaded
 * @param url path of the file in full size, as a body names it
 * @param alt empty when nobody said what the picture shows
 * @param bytes of all files together
 * @param markdown ready to be put into a body
 * @param usedIn the posts that use it and that the caller may read
 * @param usedInOthers number of the other posts that use it; absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MediaView(
        String id,
        String sha256,
        String type,
        String url,
        int width,
        int height,
        boolean animated,
        String alt,
        String markdown,
        String uploadedBy,
        Instant uploadedAt,
        long bytes,
        List<FileView> variants,
        List<UseView> usedIn,
        @Nullable Integer usedInOthers) {

    static MediaView of(Media media, MediaUses uses) {
        var address = media.address();
        return new MediaView(
                media.id().value(),
                media.sha256(),
                media.format().mediaType(),
                address.toString(),
                address.width(),
                address.height(),
                address.isAnimated(),
                media.alt(),
                MediaAddress.markdown(media.alt(), address),
                media.uploadedBy().name(),
                media.uploadedAt(),
                media.size(),
                media.files().stream().map(file -> FileView.of(media, file)).toList(),
                UseView.of(uses),
                uses.hidden() == 0 ? null : uses.hidden());
    }

    /** A file of a picture. */
    record FileView(String url, String type, int width, int height, long bytes) {

        static FileView of(Media media, MediaFile file) {
            return new FileView(
                    MediaAddress.of(media.id(), file.name()),
                    file.format().mediaType(),
                    file.width(),
                    file.height(),
                    file.size());
        }
    }

    /** A post that uses a picture. */
    record UseView(String id, String slug, String title) {

        static List<UseView> of(MediaUses uses) {
            return uses.visible().stream()
                    .map(use -> new UseView(use.post().toString(), use.slug(), use.title()))
                    .toList();
        }
    }
}
