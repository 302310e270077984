package org.vedette.post.listing;

/** Signals that the index does not have all posts yet. */
public final class IndexIncompleteException extends RuntimeException {

    IndexIncompleteException() {
        super("The list is not complete yet, because the service has just started: try again in a few seconds.");
    }
}
