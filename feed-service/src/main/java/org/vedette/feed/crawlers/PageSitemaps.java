package org.vedette.feed.crawlers;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;

/**
 * The sitemaps of pages that list posts. The date of such a page is that of its newest post; what a revision changes on
 * it is not worth a visit.
 */
final class PageSitemaps {

    /** Far below the 50,000 a sitemap may have, as tags can have long addresses. */
    private static final int MAX_URLS = 10_000;

    private final Blog blog;
    private final BlogCalendar calendar;

    PageSitemaps(Blog blog, BlogCalendar calendar) {
        this.blog = blog;
        this.calendar = calendar;
    }

    Stream<SitemapUrl> index(Timeline now) {
        var pages = pages(now);
        return IntStream.rangeClosed(1, (pages.size() + MAX_URLS - 1) / MAX_URLS)
                .mapToObj(number -> new SitemapUrl(blog.address(path(number)), SitemapUrl.latest(part(number, pages))));
    }

    List<SitemapUrl> sitemap(int number, Timeline now) {
        return part(number, pages(now));
    }

    private static String path(int number) {
        return number == 1 ? "/sitemap-pages.xml" : "/sitemap-pages-" + number + ".xml";
    }

    private static List<SitemapUrl> part(int number, List<SitemapUrl> pages) {
        var from = Math.min((number - 1) * MAX_URLS, pages.size());
        return pages.subList(from, Math.min(from + MAX_URLS, pages.size()));
    }

    private List<SitemapUrl> pages(Timeline now) {
        var pages = new ArrayList<SitemapUrl>();
        pages.add(new SitemapUrl(
                blog.address(Scope.EVERYTHING.page()),
                newest(now.posts()).map(PageSitemaps::publishedAt).findFirst().orElse(null)));
        pages.addAll(scopes(now.allSeries(), Scope::series));
        pages.addAll(scopes(now.allAuthors(), Scope::author));
        pages.addAll(scopes(now.allTags(), Scope::tag));
        archive(now.posts()).forEach((path, date) -> pages.add(new SitemapUrl(blog.address(path), date)));
        return pages;
    }

    private List<SitemapUrl> scopes(Stream<Map.Entry<String, Sequence>> lists, Function<String, Scope> scope) {
        return lists.flatMap(list -> newest(list.getValue())
                        .map(post -> new SitemapUrl(
                                blog.address(scope.apply(list.getKey()).page()), publishedAt(post))))
                .sorted(Comparator.comparing(SitemapUrl::location))
                .toList();
    }

    /** Paths of the pages of all years and months, the latest first. The cost depends on the number of months. */
    private Map<String, Instant> archive(Sequence posts) {
        var pages = new LinkedHashMap<String, Instant>();
        for (var rest = posts; !rest.isEmpty(); ) {
            var month = calendar.month(publishedAt(rest.first().orElseThrow()));
            var start = calendar.startOf(month.atDay(1));
            newest(rest.between(start, Instant.MAX)).forEach(post -> {
                pages.putIfAbsent(BlogCalendar.page(Year.from(month)), publishedAt(post));
                pages.put(BlogCalendar.page(month), publishedAt(post));
            });
            rest = rest.between(Instant.MIN, start);
        }
        return pages;
    }

    private static Stream<Position> newest(Sequence posts) {
        return posts.stream().filter(PostSitemaps::isListed).limit(1);
    }

    private static Instant publishedAt(Position post) {
        return post.sortKey().at();
    }
}
