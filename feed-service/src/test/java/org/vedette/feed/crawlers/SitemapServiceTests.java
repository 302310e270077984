package org.vedette.feed.crawlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PageMetadata;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

class SitemapServiceTests {

    private static final String SITE = "https://blog.example.org";
    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final SitemapService sitemaps = new SitemapService(
            timeline, new Blog("Blog", "Tagline", URI.create(SITE)), new BlogCalendar(ZoneId.of("America/New_York")));

    @Test
    void anEmptyBlogHasAFrontPageAndNoPosts() {
        load();

        assertThat(addresses(sitemaps.index())).containsExactly(SITE + "/sitemap-pages.xml");
        assertThat(sitemaps.pages(1)).containsExactly(new SitemapUrl(SITE + "/", null));
        assertThat(sitemaps.posts(1)).isEmpty();
    }

    @Test
    void aPostIsListedWithItsLatestRevision() {
        keep(aPost().slug("waits").publishedAt(NOON).revisedAt(NOON.plusSeconds(60)));

        load();

        assertThat(sitemaps.posts(1)).containsExactly(new SitemapUrl(SITE + "/posts/waits", NOON.plusSeconds(60)));
    }

    @Test
    void postsThatAreWithdrawnOrNotPublicAreNotListed() {
        keep(aPost().slug("clear"));
        keep(aPost().slug("green").tagged("green").marked("GREEN"));
        keep(aPost().slug("red").inSeries("red", "Red").by("Red Author", null).marked("RED"));
        keep(new Tombstone(UUID.randomUUID(), 2, "gone", List.of(), null, NOON));

        load();

        assertThat(addresses(sitemaps.posts(1))).containsExactly(SITE + "/posts/clear");
        assertThat(addresses(sitemaps.pages(1)))
                .noneMatch(address -> address.contains("green") || address.contains("red"));
    }

    @Test
    void aPostThatWasFirstPublishedElsewhereIsNotListed() {
        keep(aPost().slug("ours"));
        keep(aPost().slug("copied").telling(new PageMetadata("https://labs.example/first", null, null, null)));

        load();

        assertThat(addresses(sitemaps.posts(1))).containsExactly(SITE + "/posts/ours");
    }

    @Test
    void newPostsNeverChangeAFullFile() {
        IntStream.rangeClosed(1, 2_001).forEach(n -> keep(numbered(n)));
        load();
        var before = sitemaps.posts(1);

        IntStream.rangeClosed(2_002, 4_001).forEach(n -> keep(numbered(n)));
        load();

        assertThat(sitemaps.posts(1)).isEqualTo(before).hasSize(2_000);
        assertThat(addresses(sitemaps.posts(1))).startsWith(SITE + "/posts/post-1", SITE + "/posts/post-2");
        assertThat(addresses(sitemaps.posts(2)))
                .startsWith(SITE + "/posts/post-2001")
                .hasSize(2_000);
        assertThat(addresses(sitemaps.posts(3))).containsExactly(SITE + "/posts/post-4001");
        assertThat(sitemaps.posts(4)).isEmpty();
    }

    @Test
    void theIndexNamesEveryFileAndTheLatestRevisionInIt() {
        IntStream.rangeClosed(1, 2_001).forEach(n -> keep(numbered(n)));
        keep(numbered(3).id(UUID.randomUUID()).slug("revised").revisedAt(NOON.plusSeconds(86_400)));

        load();

        assertThat(sitemaps.index())
                .containsExactly(
                        new SitemapUrl(SITE + "/sitemap-pages.xml", NOON.plusSeconds(2_001)),
                        new SitemapUrl(SITE + "/sitemap-posts-1.xml", NOON.plusSeconds(86_400)),
                        new SitemapUrl(SITE + "/sitemap-posts-2.xml", NOON.plusSeconds(2_001)));
    }

    @Test
    void aSitemapWithoutPublicPostsDoesNotExist() {
        keep(aPost().marked("RED"));

        load();

        assertThat(addresses(sitemaps.index())).containsExactly(SITE + "/sitemap-pages.xml");
        assertThat(sitemaps.posts(1)).isEmpty();
    }

    @Test
    void everyListOfPostsIsListedWithTheDateOfItsNewest() {
        keep(aPost().tagged("c++", "a b")
                .inSeries("weekly", "Weekly")
                .publishedAt(Instant.parse("2016-07-01T03:59:00Z")));
        keep(aPost().tagged("größe").publishedAt(Instant.parse("2015-12-31T12:00:00Z")));
        keep(aPost().tagged("größe").publishedAt(Instant.parse("2015-12-30T12:00:00Z")));

        load();

        var newest = Instant.parse("2016-07-01T03:59:00Z");
        var older = Instant.parse("2015-12-31T12:00:00Z");
        assertThat(sitemaps.pages(1))
                .containsExactly(
                        new SitemapUrl(SITE + "/", newest),
                        new SitemapUrl(SITE + "/series", newest),
                        new SitemapUrl(SITE + "/authors", newest),
                        new SitemapUrl(SITE + "/tags", newest),
                        new SitemapUrl(SITE + "/series/weekly", newest),
                        new SitemapUrl(SITE + "/authors/ada-example", newest),
                        new SitemapUrl(SITE + "/tags/a%20b", newest),
                        new SitemapUrl(SITE + "/tags/c%2B%2B", newest),
                        new SitemapUrl(SITE + "/tags/gr%C3%B6%C3%9Fe", older),
                        new SitemapUrl(SITE + "/archive/2016", newest),
                        new SitemapUrl(SITE + "/archive/2016/06", newest),
                        new SitemapUrl(SITE + "/archive/2015", older),
                        new SitemapUrl(SITE + "/archive/2015/12", older));
    }

    @Test
    void pagesThatDoNotFitAreInTheNextSitemap() {
        IntStream.range(0, 600)
                .forEach(n -> keep(aPost().tagged(IntStream.range(0, 20)
                        .mapToObj(tag -> "tag-" + n + "-" + tag)
                        .toArray(String[]::new))));

        load();

        assertThat(sitemaps.pages(1)).hasSize(10_000);
        assertThat(sitemaps.pages(2)).hasSize(2_006);
        assertThat(sitemaps.pages(3)).isEmpty();
        assertThat(addresses(sitemaps.index()))
                .contains(SITE + "/sitemap-pages-2.xml")
                .hasSize(3);
    }

    private static PublicPosts numbered(int n) {
        return aPost().slug("post-" + n).publishedAt(NOON.plusSeconds(n));
    }

    private void load() {
        entries.loadInto(timeline);
    }

    private void keep(PublicPosts post) {
        keep(new Entry(post.build(), null, NOON));
    }

    private void keep(ProjectedPost projected) {
        assertThat(entries.save(projected).block()).isTrue();
    }

    private static List<String> addresses(List<SitemapUrl> sitemap) {
        return sitemap.stream().map(SitemapUrl::location).toList();
    }
}
