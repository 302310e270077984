package org.vedette.post.media;

/** Makes of a file that somebody sent the files that the public gets. */
public interface ImageProcessor {

    /**
     * Checks a file, decodes it, and encodes it anew, so that nothing of it stays but what can be seen. Takes up to seconds
     * of a processor.
     *
     * @throws MediaException when the file is refused, or cannot be worked on now
     */
    ProcessedImage process(MediaId id, byte[] file);
}
