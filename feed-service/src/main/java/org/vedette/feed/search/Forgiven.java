package org.vedette.feed.search;

import java.util.List;

/**
 * A word that hardly any post has, and what it was taken for.
 *
 * @param typed the word as it was typed
 * @param understoodAs words that posts have, the most likely first
 */
public record Forgiven(String typed, List<String> understoodAs) {

    public Forgiven {
        understoodAs = List.copyOf(understoodAs);
    }
}
