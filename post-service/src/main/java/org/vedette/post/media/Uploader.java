package org.vedette.post.media;

/**
 * Somebody who works with media.
 *
 * @param id the subject of their tokens; never changes
 * @param name as the library shows it
 * @param isEditor whether they may change and delete what others uploaded
 */
public record Uploader(String id, String name, boolean isEditor) {

    public boolean mayChange(Media media) {
        return isEditor || id.equals(media.uploadedBy().id());
    }
}
