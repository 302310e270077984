package org.vedette.post.restoring;

import org.vedette.post.media.MediaFile;

/** Knows whether files of pictures can be served as they are. */
@FunctionalInterface
public interface PictureVerifier {

    /**
     * Refuses a file that is not what this service makes of uploads: a picture of the format and size that can be decoded, and nothing
     * besides. Takes up to seconds of a processor.
     *
     * @param known what the file is said to be
     * @throws org.vedette.post.media.MediaException when the file is refused, or cannot be worked on now
     */
    void verify(MediaFile known, byte[] file);
}
