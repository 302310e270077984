package org.vedette.feed.search;

import java.util.List;
import java.util.UUID;

/**
 * A post that was found.
 *
 * @param id identity of the post
 * @param title its whole title
 * @param fragments one or two passages of its body of about 200 characters; none when the body is empty
 * @param matches values outside title and body that match, such as a tag; empty when none does
 */
public record Hit(UUID id, List<TextPart> title, List<List<TextPart>> fragments, List<Match> matches) {

    public Hit {
        title = List.copyOf(title);
        fragments = List.copyOf(fragments);
        matches = List.copyOf(matches);
    }

    /**
     * A part of a plain text.
     *
     * @param text as it stands in the post
     * @param marked whether it matches the query
     */
    public record TextPart(String text, boolean marked) {}

    /** What is searched besides title and body. */
    public enum Field {
        STANDFIRST,
        BYLINE,
        TAG,
        SERIES
    }

    /**
     * A value that matches.
     *
     * @param field what it is of the post
     * @param value the whole value
     */
    public record Match(Field field, List<TextPart> value) {

        public Match {
            value = List.copyOf(value);
        }
    }
}
