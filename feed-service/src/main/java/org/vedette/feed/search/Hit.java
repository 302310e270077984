package org.vedette.feed.search;

import java.util.List;
import java.util.UUID;

/**
 * A post that was found.
 *
 * @param id identity of the post
 * @param title its whole title
 * @param fragments one or two pieces of its body of about 200 characters; none when the body is empty
 */
public record Hit(UUID id, List<TextPart> title, List<List<TextPart>> fragments) {

    public Hit {
        title = List.copyOf(title);
        fragments = List.copyOf(fragments);
    }
}
