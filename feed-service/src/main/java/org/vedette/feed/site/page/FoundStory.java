package org.vedette.feed.site.page;

import java.util.List;
import org.vedette.feed.search.TextPart;
import org.vedette.feed.site.story.Story;

/**
 * A post that was found.
 *
 * @param story the post as lists show it
 * @param title its title, with what was searched for marked
 * @param fragments pieces of its body around what was searched for
 */
public record FoundStory(Story story, List<TextPart> title, List<List<TextPart>> fragments) {

    public FoundStory {
        title = List.copyOf(title);
        fragments = List.copyOf(fragments);
    }
}
