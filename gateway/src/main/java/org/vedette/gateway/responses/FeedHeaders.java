package org.vedette.gateway.responses;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends RSS and Atom as XML to a person who opens a feed in a browser: by their own media types, browsers show the source
 * or save the file, as XML they apply its style sheet. Feed readers get the media type of the feed.
 */
@Component
class FeedHeaders {

    /** What the response of a request is for (Fetch Metadata Request Headers §2.1). */
    static final String SEC_FETCH_DEST = "Sec-Fetch-Dest";

    private static final Set<String> FEEDS = Set.of("application/rss+xml", "application/atom+xml");
    private static final MediaType XML = new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8);

    void adjust(HttpHeaders request, HttpHeaders response) {
        if (!isFeed(response.getFirst(HttpHeaders.CONTENT_TYPE))) {
            return;
        }
        var vary = new TreeSet<>(response.getVary());
        vary.add(SEC_FETCH_DEST);
        response.set(HttpHeaders.VARY, String.join(", ", vary));
        if ("document".equals(request.getFirst(SEC_FETCH_DEST))) {
            response.setContentType(XML);
        }
    }

    /** Does not parse the field, because an invalid one is forwarded as it is. */
    static boolean isFeed(@Nullable String contentType) {
        return contentType != null
                && FEEDS.contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
