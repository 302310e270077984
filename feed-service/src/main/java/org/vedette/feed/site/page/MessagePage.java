package org.vedette.feed.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.site.head.Frame;

/**
 * A page that has to say something instead of what was asked for.
 *
 * @param frame what is around it
 * @param status HTTP status
 * @param problem what machines know the matter by, in kebab case
 * @param headline what is the matter
 * @param lede what it means
 * @param detail what to do, or the reason; null when all is said
 * @param ways where to go from here, the likeliest first
 */
public record MessagePage(
        Frame frame,
        int status,
        String problem,
        String headline,
        String lede,
        @Nullable String detail,
        List<Link> ways) implements Page {

    public MessagePage {
        ways = List.copyOf(ways);
    }
}
