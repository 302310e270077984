package org.vedette.feed.blog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;

/**
 * What a list or a feed is about.
 *
 * @param kind of what sort it is
 * @param key slug of the series or author, or the tag; empty for everything
 */
public record Scope(Kind kind, String key) {

    public static final Scope EVERYTHING = new Scope(Kind.EVERYTHING, "");

    /** Of what sort a scope is. */
    public enum Kind {
        EVERYTHING(""),
        SERIES("/series/"),
        TAG("/tags/"),
        AUTHOR("/authors/");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** What its paths begin with; empty for everything. */
        public String folder() {
            return folder;
        }
    }

    public static Scope series(String slug) {
        return new Scope(Kind.SERIES, slug);
    }

    public static Scope tag(String tag) {
        return new Scope(Kind.TAG, tag);
    }

    public static Scope author(String slug) {
        return new Scope(Kind.AUTHOR, slug);
    }

    /** Path of the page that lists its posts. */
    public String page() {
        return kind == Kind.EVERYTHING ? "/" : kind.folder + segment(key);
    }

    /** The same path, decoded. */
    public String path() {
        return kind == Kind.EVERYTHING ? "/" : kind.folder + key;
    }

    /** Path of one of its feeds. */
    public String feed(FeedFormat format) {
        return kind == Kind.EVERYTHING ? "/feeds/" + format.file() : page() + "/" + format.file();
    }

    /** The title that the newest of some posts has for this series; its slug when none is in the series. */
    public String seriesTitle(Stream<@Nullable Series> newestFirst) {
        return newestFirst
                .flatMap(Stream::ofNullable)
                .filter(series -> series.slug().equals(key))
                .map(Series::title)
                .findFirst()
                .orElse(key);
    }

    /** The byline that this author has in the newest of some posts; the slug when none is by the author. */
    public Byline byline(Stream<Byline> newestFirst) {
        return newestFirst
                .filter(byline -> byline.authorSlug().equals(key))
                .findFirst()
                .orElseGet(() -> new Byline(key, null, key, List.of()));
    }

    /** A path segment with everything encoded that is not itself in one (RFC 3986 §3.3). */
    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
