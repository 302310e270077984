package org.vedette.feed.versions;

/** A rebuild was taken for dead, and goes on in vain. */
public final class ClaimLost extends RuntimeException {

    ClaimLost(Rebuild rebuild) {
        super("the rebuild of " + rebuild.edition() + " was taken for dead; another one may have begun");
    }
}
