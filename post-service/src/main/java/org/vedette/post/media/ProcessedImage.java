package org.vedette.post.media;

import java.util.List;

/**
 * What was made of an upload.
 *
 * @param format of the upload
 * @param files the one in full size first
 */
public record ProcessedImage(MediaAddress address, ImageFormat format, List<EncodedFile> files) {

    public ProcessedImage {
        files = List.copyOf(files);
    }

    /** A file that is not stored yet. */
    @SuppressWarnings("ArrayRecordComponent")
    public record EncodedFile(String name, ImageFormat format, int width, int height, byte[] content) {

        MediaFile stored(String key) {
            var tag = MediaId.sha256(content).substring(0, MediaFile.TAG_LENGTH);
            return new MediaFile(name, format, width, height, content.length, tag, key);
        }
    }
}
