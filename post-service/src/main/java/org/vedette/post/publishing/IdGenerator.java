package org.vedette.post.publishing;

import java.util.UUID;

/** Generates the identities of posts and events. */
@FunctionalInterface
public interface IdGenerator {

    /** A new time-ordered UUID (RFC 9562 §5.7). */
    UUID next();
}
