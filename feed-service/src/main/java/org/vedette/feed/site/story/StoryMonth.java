package org.vedette.feed.site.story;

import java.util.List;

/**
 * The posts of a month.
 *
 * @param name such as June 2016
 * @param path where all posts of the month are listed
 * @param stories newest first
 */
public record StoryMonth(String name, String path, List<Story> stories) {

    public StoryMonth {
        stories = List.copyOf(stories);
    }
}
