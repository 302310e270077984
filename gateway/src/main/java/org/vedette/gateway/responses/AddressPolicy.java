package org.vedette.gateway.responses;

import java.util.List;
import java.util.Set;

/** Who may use the response of an address, and in which way. */
enum AddressPolicy {
    /** Pages and everything else that is for this site alone. */
    SITE,
    /** Files that pages of other origins may show, such as pictures of cards; also what a sandboxed page of ours loads. */
    EMBEDDABLE,
    /** Files that people uploaded: as {@link #EMBEDDABLE}, and opened by themselves they can do nothing but be shown. */
    UPLOADED,
    /** Public data that scripts of other sites may read, without credentials (Fetch §3.2). */
    OPEN,
    /** The editors' pages, which show a preview in a frame. */
    STUDIO,
    /** What a draft will look like, shown in a frame of the editors' pages and without any script. */
    PREVIEW;

    private static final List<String> EMBEDDABLE_PREFIXES = List.of("/assets/", "/cards/");
    private static final Set<String> EMBEDDABLE_PATHS = Set.of("/favicon.ico", "/apple-touch-icon.png");
    private static final List<String> OPEN_PREFIXES = List.of("/feeds/", "/api/feed/", "/sitemap-");
    private static final Set<String> OPEN_PATHS = Set.of(
            "/live",
            "/api/feed",
            "/sitemap.xml",
            // Redirects to feeds; a script that follows one needs permission at each step.
            "/feed",
            "/feed.xml",
            "/feed.json",
            "/rss",
            "/rss.xml",
            "/atom",
            "/atom.xml");

    /**
     * The policy of an address.
     *
     * @param path without encoding, as routes match it
     */
    static AddressPolicy of(String path) {
        if (startsWith(path, OPEN_PREFIXES) || OPEN_PATHS.contains(path)) {
            return OPEN;
        }
        if (startsWith(path, EMBEDDABLE_PREFIXES) || EMBEDDABLE_PATHS.contains(path)) {
            return EMBEDDABLE;
        }
        if (path.startsWith("/media/")) {
            return UPLOADED;
        }
        if (path.startsWith("/preview/")) {
            return PREVIEW;
        }
        return path.startsWith("/studio/") || path.equals("/studio") ? STUDIO : SITE;
    }

    /** The policy of an error at such an address: it has a page of ours, with a style. */
    AddressPolicy ofErrors() {
        return this == UPLOADED ? EMBEDDABLE : this;
    }

    private static boolean startsWith(String path, List<String> prefixes) {
        for (var prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
