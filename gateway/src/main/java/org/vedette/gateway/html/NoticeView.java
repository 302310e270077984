package org.vedette.gateway.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/**
 * View of a page that says what was done.
 *
 * @param secret what is shown only now, such as a link to be handed over; null for nothing
 * @param links where to go from here
 */
public record NoticeView(
        String title, String text, @Nullable String secret, List<Link> links) {

    public NoticeView {
        links = List.copyOf(links);
    }
}
