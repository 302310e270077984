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

    /**
     * A file that is not stored yet.
     *
     * @param tag as in {@link MediaFile}
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record EncodedFile(String name, ImageFormat format, int width, int height, byte[] content, String tag) {

        /** Takes time for a large file. */
        public static EncodedFile of(String name, ImageFormat format, int width, int height, byte[] content) {
            var tag = MediaId.sha256(content).substring(0, MediaFile.TAG_LENGTH);
            return new EncodedFile(name, format, width, height, content, tag);
        }

        MediaFile stored(String key) {
            return new MediaFile(name, format, width, height, content.length, tag, key);
        }
    }
}
