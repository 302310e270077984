package org.vedette.notification;

/** A stored document cannot be read, and will not become readable by trying again. */
public final class UnreadableDocumentException extends RuntimeException {

    /**
     * The failure to read one document.
     *
     * @param collection the collection it is stored in
     * @param id its {@code _id}
     */
    public UnreadableDocumentException(String collection, Object id, RuntimeException cause) {
        super("document " + id + " of " + collection + " cannot be read: " + cause.getMessage(), cause);
    }
}
