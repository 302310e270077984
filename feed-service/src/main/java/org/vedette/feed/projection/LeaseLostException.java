package org.vedette.feed.projection;

/** Reports that the lease of a rebuild expired, so that whatever it goes on to do is in vain. */
public final class LeaseLostException extends RuntimeException {

    LeaseLostException(Rebuild rebuild) {
        super("the lease of the rebuild of " + rebuild.version() + " was lost; another rebuild may have begun");
    }
}
