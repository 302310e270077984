package org.vedette.post.media;

/** Signals that a picture was not stored, found or changed; the message says what to do. */
public abstract sealed class MediaException extends RuntimeException {

    private MediaException(String message) {
        super(message, null, false, false);
    }

    /** Signals that the file has a format that is not taken. */
    public static final class UnsupportedFormatException extends MediaException {
        public UnsupportedFormatException(String what) {
            super(what + ": send a PNG, JPEG, WebP or GIF.");
        }
    }

    /** Signals that the file is no picture that can be shown. */
    public static final class InvalidImageException extends MediaException {
        public InvalidImageException(String message) {
            super(message);
        }
    }

    /** Signals that the file has too many bytes. */
    public static final class UploadTooLargeException extends MediaException {
        private final long limit;

        public UploadTooLargeException(long limit) {
            super("The picture has more than " + limit + " bytes: make it smaller.");
            this.limit = limit;
        }

        /** In bytes. */
        public long limit() {
            return limit;
        }
    }

    /** Signals that a text is not valid. */
    public static final class InvalidAltException extends MediaException {
        InvalidAltException(String message) {
            super(message);
        }
    }

    /** Signals that too many pictures are in work; the same request succeeds a little later. */
    public static final class MediaBusyException extends MediaException {
        public MediaBusyException(String reason) {
            super(reason + ": nothing was stored, send the picture again in a few seconds.");
        }
    }

    /** Signals that no picture has the id. */
    public static final class MediaNotFoundException extends MediaException {
        public MediaNotFoundException(String id) {
            super("There is no picture with the id " + id + ".");
        }
    }

    /** Signals that an author would change what somebody else uploaded. */
    public static final class NotYoursException extends MediaException {
        NotYoursException() {
            super("Somebody else uploaded this picture: ask them, or an editor.");
        }
    }

    /** Signals that earlier revisions of posts have the picture, which could not be restored without it. */
    public static final class MediaInHistoryException extends MediaException {
        private final MediaUses uses;

        MediaInHistoryException(MediaUses uses) {
            super(
                    "No post uses this picture now, but earlier revisions of posts do, which would lose it: say that you mean"
                            + " it, with inHistory=true, or leave it.");
            this.uses = uses;
        }

        public MediaUses uses() {
            return uses;
        }
    }

    /** Signals that posts use the picture. */
    public static final class MediaInUseException extends MediaException {
        private final MediaUses uses;

        MediaInUseException(MediaUses uses) {
            super("Posts use this picture; take it out of them first, or leave it.");
            this.uses = uses;
        }

        public MediaUses uses() {
            return uses;
        }
    }
}
