package org.vedette.benchmarks.cold;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vedette.benchmarks.blog.PostMetadata;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.suite.Site;
import org.vedette.events.Series;

/** The addresses of each kind of page that a blog has. */
public final class Addresses {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu/MM", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int POSTS = 400;
    private static final int TAGS_WITH_MANY_POSTS = 20;
    private static final int BUSY_AUTHORS = 10;
    private static final int OK = 200;

    private final SyntheticBlog blog;
    private final Site site;
    private final Map<String, Integer> lastPages = new ConcurrentHashMap<>();

    public Addresses(SyntheticBlog blog, Site site) {
        this.blog = blog;
        this.site = site;
    }

    /** In an order of no meaning, each once. */
    public List<String> of(PageKind kind) throws IOException, InterruptedException {
        var addresses = new ArrayList<String>();
        for (String address : filled(kind.pattern()).distinct().toList()) {
            addresses.add(numbered(address));
        }
        Collections.shuffle(addresses, new Random(1));
        return addresses;
    }

    private Stream<String> filled(String pattern) {
        return Stream.of("tag", "author", "series", "month", "year", "slug")
                .filter(name -> pattern.contains(placeholder(name)))
                .findFirst()
                .map(name -> values(name).map(value -> pattern.replace(placeholder(name), value)))
                .orElseGet(() -> Stream.of(pattern));
    }

    private Stream<String> values(String name) {
        return switch (name) {
            case "tag" -> blog.tags().stream().limit(TAGS_WITH_MANY_POSTS);
            case "author" -> blog.authors().stream().limit(BUSY_AUTHORS).map(author -> slug(author.name()));
            case "series" -> blog.series().stream().map(Series::slug);
            case "month" -> posts(metadata -> MONTH.format(metadata.publishedAt()));
            case "year" -> posts(metadata -> YEAR.format(metadata.publishedAt()));
            default -> posts(PostMetadata::slug);
        };
    }

    /** Of posts from everywhere in time. */
    private Stream<String> posts(Function<PostMetadata, String> part) {
        var count = Math.min(POSTS, blog.size());
        IntFunction<PostMetadata> spread = index -> blog.metadata((int) ((long) index * blog.size() / count));
        return IntStream.range(0, count).mapToObj(spread).map(part);
    }

    /** With its page number, where it has one and a list is long enough. */
    private String numbered(String address) throws IOException, InterruptedException {
        var query = address.indexOf("?page=");
        if (query < 0) {
            return address;
        }
        var list = address.substring(0, query);
        var last = lastPage(list);
        var page = address.endsWith("{last}") ? last : (last + 1) / 2;
        return page == 1 ? list : list + "?page=" + page;
    }

    private int lastPage(String list) throws IOException, InterruptedException {
        var known = lastPages.get(list);
        if (known == null) {
            known = findLastPage(list);
            lastPages.put(list, known);
        }
        return known;
    }

    /** The highest number that is answered 200; beyond it nothing may be. */
    private int findLastPage(String list) throws IOException, InterruptedException {
        var present = 1;
        var missing = blog.size() + 2;
        if (site.status(list + "?page=" + missing) == OK) {
            throw new IllegalStateException(list + " has a page " + missing + ", more than there are posts");
        }
        while (missing - present > 1) {
            var middle = (present + missing) / 2;
            if (site.status(list + "?page=" + middle) == OK) {
                present = middle;
            } else {
                missing = middle;
            }
        }
        return present;
    }

    private static String placeholder(String name) {
        return "{" + name + "}";
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
