package org.vedette.feed.crawlers;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.Timeline;

/**
 * Creates the sitemaps, from the timeline alone. Their order is the same on every instance.
 *
 * <p>Sitemaps of posts begin with the oldest posts, so that a new post only changes the last one.
 */
public final class SitemapService {

    private static final int MAX_POSTS = 2_000;

    /** Far below the 50,000 a sitemap may have, as tags can have long addresses. */
    private static final int MAX_PAGES = 10_000;

    private final CurrentTimeline timeline;
    private final Blog blog;
    private final BlogCalendar calendar;

    public SitemapService(CurrentTimeline timeline, Blog blog, BlogCalendar calendar) {
        this.timeline = timeline;
        this.blog = blog;
        this.calendar = calendar;
    }

    /** The index of all sitemaps. */
    public List<SitemapUrl> index() {
        var now = timeline.get();
        var pages = allPages(now);
        var ofPages = numbers(pages.size(), MAX_PAGES)
                .map(number -> new SitemapUrl(blog.address(pathOfPages(number)), latest(part(number, pages))));
        var ofPosts = numbers(now.size(), MAX_POSTS)
                .flatMap(number -> lastModified(part(number, now.posts())).stream()
                        .map(date -> new SitemapUrl(blog.address("/sitemap-posts-" + number + ".xml"), date)));
        return Stream.concat(ofPages, ofPosts).toList();
    }

    /** A sitemap of posts, counted from 1, without those first published elsewhere; empty when there is no such sitemap. */
    public List<SitemapUrl> posts(int number) {
        var newestFirst = part(number, timeline.get().posts());
        return IntStream.rangeClosed(1, newestFirst.size())
                .mapToObj(rank -> newestFirst.get(newestFirst.size() - rank))
                .filter(post -> !post.isCopy())
                .map(post -> new SitemapUrl(blog.permalink(post.slug()), post.revisedAt()))
                .toList();
    }

    /**
     * A sitemap of pages that list posts, counted from 1; empty when there is no such sitemap. The date of such a page is
     * that of its newest post; what a revision changes on it is not worth a visit.
     */
    public List<SitemapUrl> pages(int number) {
        return part(number, allPages(timeline.get()));
    }

    private static Stream<Integer> numbers(int urls, int max) {
        return IntStream.rangeClosed(1, (urls + max - 1) / max).boxed();
    }

    private static String pathOfPages(int number) {
        return number == 1 ? "/sitemap-pages.xml" : "/sitemap-pages-" + number + ".xml";
    }

    private static List<Position> part(int number, Sequence posts) {
        var older = (number - 1) * MAX_POSTS;
        var newer = posts.size() - older - MAX_POSTS;
        return older >= posts.size() ? List.of() : posts.slice(Math.max(newer, 0), MAX_POSTS + Math.min(newer, 0));
    }

    private static List<SitemapUrl> part(int number, List<SitemapUrl> pages) {
        var from = Math.min((number - 1) * MAX_PAGES, pages.size());
        return pages.subList(from, Math.min(from + MAX_PAGES, pages.size()));
    }

    private List<SitemapUrl> allPages(Timeline now) {
        var pages = new ArrayList<SitemapUrl>();
        pages.add(new SitemapUrl(
                blog.address(Scope.EVERYTHING.page()),
                now.posts().first().map(SitemapService::publishedAt).orElse(null)));
        index(Blog.SERIES, now.allSeries()).ifPresent(pages::add);
        index(Blog.AUTHORS, now.allAuthors()).ifPresent(pages::add);
        index(Blog.TAGS, now.allTags()).ifPresent(pages::add);
        pages.addAll(scopes(now.allSeries(), Scope::series));
        pages.addAll(scopes(now.allAuthors(), Scope::author));
        pages.addAll(scopes(now.allTags(), Scope::tag));
        archive(now.posts()).forEach((path, date) -> pages.add(new SitemapUrl(blog.address(path), date)));
        return pages;
    }

    /** The page that lists all series, tags or authors; none while there are none. */
    private Optional<SitemapUrl> index(String path, Stream<Map.Entry<String, Sequence>> lists) {
        return lists.flatMap(list -> list.getValue().first().stream())
                .map(SitemapService::publishedAt)
                .max(Comparator.naturalOrder())
                .map(date -> new SitemapUrl(blog.address(path), date));
    }

    private List<SitemapUrl> scopes(Stream<Map.Entry<String, Sequence>> lists, Function<String, Scope> scope) {
        return lists.flatMap(list -> list.getValue().first().stream()
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
            rest.between(start, Instant.MAX).first().ifPresent(post -> {
                pages.putIfAbsent(BlogCalendar.page(Year.from(month)), publishedAt(post));
                pages.put(BlogCalendar.page(month), publishedAt(post));
            });
            rest = rest.between(Instant.MIN, start);
        }
        return pages;
    }

    private static Instant publishedAt(Position post) {
        return post.sortKey().at();
    }

    private static @Nullable Instant latest(List<SitemapUrl> urls) {
        return urls.stream()
                .map(SitemapUrl::lastModified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A plain loop, because the index asks this of every post. */
    private static Optional<Instant> lastModified(List<Position> posts) {
        var latest = Instant.MIN;
        for (var post : posts) {
            var revisedAt = post.revisedAt();
            if (revisedAt != null && !post.isCopy() && revisedAt.isAfter(latest)) {
                latest = revisedAt;
            }
        }
        return latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest);
    }
}
