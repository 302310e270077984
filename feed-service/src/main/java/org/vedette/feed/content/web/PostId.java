package org.vedette.feed.content.web;

import java.util.UUID;
import java.util.regex.Pattern;
import org.vedette.feed.serving.RequestRejectedException;

/** Reads the id of a post out of an address. */
final class PostId {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PostId() {}

    static UUID read(String given) {
        if (!SHAPE.matcher(given).matches()) {
            throw RequestRejectedException.invalid(
                    "malformed-id",
                    "A post is named by its id, a UUID such as 01939c5e-8f3a-7c21-9d55-0c4be2a1f7aa. Look it up in"
                            + " /api/feed/posts?fields=id,slug.");
        }
        return UUID.fromString(given);
    }
}
