package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTests extends SitePageTests {

    @Test
    void tagsAreListedWithTheNumberOfTheirPosts() {
        slice.publish(aPost().tagged("phishing", "loader"));
        slice.publish(aPost().tagged("phishing", "2fa"));

        var page = page("/tags");

        assertThat(page.select(".names li").eachText())
                .containsExactly("2fa 1 post", "loader 1 post", "phishing 2 posts");
        assertThat(page.select(".names a").eachAttr("href"))
                .containsExactly("/tags/2fa", "/tags/loader", "/tags/phishing");
        assertThat(page.select(".page-facts p").text()).isEqualTo("3 tags");
        assertThat(page.select(".letter-name, .most-used")).isEmpty();
    }

    @Test
    void manyTagsAreListedByLetter() {
        slice.publish(aPost().tagged("phishing", "loader", "2fa"));
        slice.publish(aPost().tagged(IntStream.range(0, 45)
                .mapToObj(number -> "tag-" + number)
                .toArray(String[]::new)));

        var page = page("/tags");

        assertThat(page.select(".letter-name").eachText()).containsExactly("#", "L", "P", "T");
        assertThat(page.select(".letter:has(.letter-name:contains(P)) a").eachText())
                .containsExactly("phishing");
    }

    @Test
    void authorsAreListedByNameWithTheirNewestAffiliation() {
        slice.publish(aPost().by("Zoë Sample", null).publishedAt(JUNE_30));
        slice.publish(aPost().by("Ada Example", "Old Labs").publishedAt(JUNE_30));
        slice.publish(aPost().by("Ada Example", "New Labs").publishedAt(JUNE_30.plusSeconds(60)));

        var page = page("/authors");

        assertThat(page.select(".names li").eachText())
                .containsExactly("Ada Example 2 posts New Labs", "Zoë Sample 1 post");
        assertThat(page.select(".names a").eachAttr("href"))
                .containsExactly("/authors/ada-example", "/authors/zoe-sample");
    }

    @Test
    void seriesAreListedWithTheirNewestIssue() {
        slice.publish(anIssue("Brief", "brief").title("Old brief").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(
                anIssue("Brief", "brief").title("New brief").slug("new-brief").publishedAt(JUNE_30));
        slice.publish(anIssue("Report", "report").title("A report").publishedAt(JUNE_30.plusSeconds(60)));

        var page = page("/series");

        assertThat(page.select(".story-title a").eachAttr("href")).containsExactly("/series/report", "/series/brief");
        assertThat(page.select(".story").get(1).text()).contains("Brief", "Latest: New brief", "2 issues in June 2016");
        assertThat(page.select(".story").get(1).select(".feeds a").eachAttr("href"))
                .containsExactly(
                        "https://blog.example.org/series/brief/rss.xml",
                        "https://blog.example.org/series/brief/atom.xml",
                        "https://blog.example.org/series/brief/feed.json");
    }

    @ParameterizedTest
    @CsvSource({"/tags, No post has a tag yet", "/authors, Nobody has written yet", "/series, There is no series yet"})
    void anIndexOfNothingSaysSo(String path, String text) {
        var page = page(path);

        assertThat(page.select(".page-facts p").text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/authors", "/series"})
    void whatOnlyRestrictedPostsHaveIsInNoIndex(String path) {
        slice.publish(aPost().tagged("open").by("Ada Example", null).inSeries("brief", "Brief"));
        slice.publish(aPost().tagged("secret")
                .by("Sally Secret", null)
                .inSeries("secret", "Secret")
                .marked("AMBER"));

        var page = page(path);

        assertThat(page.select("main").text().toLowerCase(Locale.ROOT)).doesNotContain("secret");
        assertThat(page.select("main .names li, main .story")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/authors", "/series"})
    void anIndexIsCachedAndRevalidatedAsOtherPages(String path) {
        slice.publish(aPost().tagged("open").inSeries("brief", "Brief"));
        var tag = slice.tag(path);

        var sent = slice.client().get().uri(path).exchange();
        var revalidated = slice.client().get().uri(path).ifNoneMatch(tag).exchange();

        sent.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "public, max-age=5, stale-while-revalidate=10");
        revalidated.expectStatus().isNotModified();
    }

    @Test
    void manyTagsTakeSeveralPages() {
        IntStream.range(0, 101)
                .forEach(post -> slice.publish(aPost().tagged(IntStream.range(0, 5)
                        .mapToObj(number -> String.format("tag-%03d", post * 5 + number))
                        .toArray(String[]::new))));

        var first = page("/tags");
        var second = page("/tags?page=2");

        assertThat(first.select(".letter .names li")).hasSize(500);
        assertThat(first.select(".paging a").attr("href")).isEqualTo("/tags?page=2");
        assertThat(second.select(".letter .names a").eachText())
                .containsExactly("tag-500", "tag-501", "tag-502", "tag-503", "tag-504");
        assertThat(second.select("link[rel=prev]").attr("href")).isEqualTo("/tags");
        assertThat(page("/tags?page=3", 404).select("h1").text()).isEqualTo("The list is not that long");
    }

    @Test
    void aLongListBeginsWithWhatIsUsedMost() {
        slice.publish(aPost().tagged("zebra"));
        slice.publish(aPost().tagged("zebra"));
        slice.publish(aPost().tagged(IntStream.range(0, 45)
                .mapToObj(number -> "tag-" + number)
                .toArray(String[]::new)));

        var page = page("/tags");

        assertThat(page.select(".most-used .names a").eachText())
                .startsWith("zebra")
                .hasSize(20);
    }

    @Test
    void everyPageLinksTheIndexes() {
        var links = page("/").select("footer a").eachAttr("href");

        assertThat(links).contains("/series", "/tags", "/authors");
    }

    @Test
    void aListLinksTheIndexItIsIn() {
        slice.publish(aPost().tagged("phishing").by("Ada Example", null).inSeries("brief", "Brief"));

        var links = Stream.of("/series/brief", "/tags/phishing", "/authors/ada-example")
                .map(path -> page(path).select(".kicker a").attr("href"))
                .toList();

        assertThat(links).containsExactly("/series", "/tags", "/authors");
    }
}
