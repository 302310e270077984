package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTests extends SitePageTests {

    @Test
    void anEmptyBlogHasAnArchive() {
        var page = page("/archive");

        assertThat(page.select(".page-facts p").text()).isEqualTo("Nothing has been published yet");
    }

    @Test
    void theArchiveCountsThePostsOfEveryMonthThatHasSome() {
        slice.publish(aPost().publishedAt(Instant.parse("2016-08-01T12:00:00Z")));
        publish(2, aPost().publishedAt(JUNE_30));
        slice.publish(aPost().publishedAt(Instant.parse("2014-02-01T12:00:00Z")));

        var page = page("/archive");

        assertThat(page.select(".page-facts p").text()).isEqualTo("4 posts since February 1, 2014");
        assertThat(page.select(".year").eachText())
                .containsExactly("2016 3 posts August 1 post June 2 posts", "2014 1 post February 1 post");
        assertThat(page.select(".year a").eachAttr("href"))
                .containsExactly(
                        "/archive/2016", "/archive/2016/08", "/archive/2016/06", "/archive/2014", "/archive/2014/02");
    }

    @Test
    void aMonthBeginsAndEndsWhereTheBlogIs() {
        slice.publish(aPost().title("July 1, 00:00 in New York").publishedAt(Instant.parse("2016-07-01T04:00:00Z")));
        slice.publish(aPost().title("June 30, 23:59").publishedAt(Instant.parse("2016-07-01T03:59:59.999Z")));
        slice.publish(aPost().title("June 1, 00:00").publishedAt(Instant.parse("2016-06-01T04:00:00Z")));
        slice.publish(aPost().title("May 31, 23:59").publishedAt(Instant.parse("2016-06-01T03:59:59.999Z")));

        var page = page("/archive/2016/06");

        assertThat(page.select(".story-title").eachText()).containsExactly("June 30, 23:59", "June 1, 00:00");
        assertThat(page.select(".turning a").eachText()).containsExactly("← May 2016", "July 2016 →");
        assertThat(page.select(".trail a").eachAttr("href")).containsExactly("/", "/archive", "/archive/2016");
    }

    @Test
    void aYearShowsItsMonthsAndPosts() {
        slice.publish(aPost().title("Next year").publishedAt(Instant.parse("2017-01-01T12:00:00Z")));
        slice.publish(aPost().title("August").publishedAt(Instant.parse("2016-08-01T12:00:00Z")));
        slice.publish(aPost().title("June").publishedAt(JUNE_30));
        slice.publish(aPost().title("Long before").publishedAt(Instant.parse("2012-01-01T12:00:00Z")));

        var page = page("/archive/2016");

        assertThat(page.select(".year-months a").eachAttr("href"))
                .containsExactly("/archive/2016/08", "/archive/2016/06");
        assertThat(page.select(".month-name").eachText()).containsExactly("August 2016", "June 2016");
        assertThat(page.select(".story-title").eachText()).containsExactly("August", "June");
        assertThat(page.select(".turning a").eachAttr("href")).containsExactly("/archive/2012", "/archive/2017");
    }

    @Test
    void aFullMonthIsCutIntoPages() {
        publish(31, aPost().publishedAt(JUNE_30));

        var second = page("/archive/2016/06?page=2");

        assertThat(second.select(".story-title").eachText()).containsExactly("Post 31");
        assertThat(second.select(".paging").text()).isEqualTo("Newer Page 2 of 2");
        assertThat(second.head().select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://blog.example.org/archive/2016/06?page=2");
    }

    @Test
    void anEmptyMonthLeadsToItsNeighbours() {
        slice.publish(aPost().publishedAt(Instant.parse("2016-09-01T12:00:00Z")));
        slice.publish(aPost().publishedAt(JUNE_30));

        var page = page("/archive/2016/07", 404);

        assertThat(page.select("h1").text()).isEqualTo("Nothing from July 2016");
        assertThat(page.select(".ways a").eachText())
                .containsExactly("September 2016", "June 2016", "Browse the archive");
    }

    @Test
    void anEmptyYearLeadsToItsNeighbours() {
        slice.publish(aPost().publishedAt(JUNE_30));

        var page = page("/archive/1999", 404);

        assertThat(page.select(".ways a").eachAttr("href")).containsExactly("/archive/2016", "/archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016/13",
                "2016/00",
                "0000",
                "0000/06",
                "99999",
                "99999/06",
                "16/06",
                "2016/006",
                "2016/ju",
                "-016",
                "abcd"
            })
    void anInvalidMonthIsNotFound(String path) {
        slice.publish(aPost().publishedAt(JUNE_30));

        var page = page("/archive/" + path, 404);

        assertThat(page.select("h1").text()).isEqualTo("There is nothing at this address");
    }

    @Test
    void aMonthOfOneDigitLeadsToThatOfTwo() {
        slice.publish(aPost().publishedAt(JUNE_30));

        var address = redirect("/archive/2016/6");

        assertThat(address).isEqualTo("https://blog.example.org/archive/2016/06");
    }

    @Test
    void theFirstAndLastYearsAreEmpty() {
        slice.publish(aPost().publishedAt(JUNE_30));

        var pages = List.of(page("/archive/9999/12", 404), page("/archive/0001/01", 404), page("/archive/9999", 404));

        assertThat(pages).allMatch(page -> page.select("h1").text().startsWith("Nothing from "));
    }

    @Test
    void anEncodedSlashSeparatesNothing() {
        slice.publish(aPost().publishedAt(JUNE_30));
        assertThat(page("/archive/2016/06").select(".story")).hasSize(1);

        var pages = List.of(page("/archive/2016%2F06", 404), page("/archive/2016/06%3Fpage=1", 404));

        assertThat(pages).allMatch(page -> page.select(".story").isEmpty());
    }
}
