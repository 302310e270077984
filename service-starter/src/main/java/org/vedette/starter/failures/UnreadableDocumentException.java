package org.vedette.starter.failures;

/**
 * Reports that a stored document cannot be read, and does not become readable by trying again; every other failure to read
 * one is an outage of the store.
 */
public final class UnreadableDocumentException extends RuntimeException {

    /**
     * Reports an unreadable document.
     *
     * @param collection the collection it is stored in
     * @param id its {@code _id}
     */
    public UnreadableDocumentException(String collection, Object id, RuntimeException cause) {
        super("document " + id + " of " + collection + " cannot be read: " + cause.getMessage(), cause);
    }
}
