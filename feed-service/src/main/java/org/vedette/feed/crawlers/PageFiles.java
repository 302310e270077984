package org.vedette.feed.crawlers;

import java.util.ArrayList;
import java.util.Comparator;
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
 * Deals out the pages that list posts to files. Such a page is said to have changed when its newest post came, which it
 * did for certain; what a revision did to it is not worth a crawler's visit.
 */
final class PageFiles {

    /** Far below the 50,000 a file may have, as tags can have long addresses. */
    private static final int PAGES = 10_000;

    private final Blog blog;
    private final Archive archive;

    PageFiles(Blog blog, BlogCalendar calendar) {
        this.blog = blog;
        this.archive = new Archive(calendar);
    }

    Stream<Listed> all(Timeline now) {
        var pages = pages(now);
        return IntStream.range(0, (pages.size() + PAGES - 1) / PAGES)
                .mapToObj(file -> new Listed(blog.address(path(file + 1)), Sitemap.latest(part(file + 1, pages))));
    }

    /** What is in a file, counted from 1; nothing when there is no such file. */
    List<Listed> file(int number, Timeline now) {
        return part(number, pages(now));
    }

    private static String path(int number) {
        return number == 1 ? "/sitemap-pages.xml" : "/sitemap-pages-" + number + ".xml";
    }

    private static List<Listed> part(int number, List<Listed> pages) {
        var from = Math.min((number - 1) * PAGES, pages.size());
        return pages.subList(from, Math.min(from + PAGES, pages.size()));
    }

    private List<Listed> pages(Timeline now) {
        var pages = new ArrayList<Listed>();
        pages.add(new Listed(
                blog.address(Scope.EVERYTHING.page()),
                newest(now.posts()).map(post -> post.sortKey().at()).findFirst().orElse(null)));
        pages.addAll(scopes(now.allSeries(), Scope::series));
        pages.addAll(scopes(now.allAuthors(), Scope::author));
        pages.addAll(scopes(now.allTags(), Scope::tag));
        archive.pages(now.posts())
                .forEach((path, newest) -> pages.add(
                        new Listed(blog.address(path), newest.sortKey().at())));
        return pages;
    }

    private List<Listed> scopes(Stream<Map.Entry<String, Sequence>> lists, Function<String, Scope> scope) {
        return lists.flatMap(list -> newest(list.getValue())
                        .map(post -> new Listed(
                                blog.address(scope.apply(list.getKey()).page()),
                                post.sortKey().at())))
                .sorted(Comparator.comparing(Listed::address))
                .toList();
    }

    private static Stream<Position> newest(Sequence posts) {
        return posts.stream().filter(PostFiles::isListed).limit(1);
    }
}
