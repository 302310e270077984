package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;

class SearchPageTests extends SitePageTests {

    @Test
    void matchesAreMarked() {
        slice.publish(aPost().title("A patient loader")
                .text("It waits. The loader sleeps.")
                .publishedAt(JUNE_30));
        slice.publish(aPost().title("Something else").text("Nothing of the kind."));

        var page = page("/search?q=loader");

        assertThat(page.select(".found h2").text()).isEqualTo("1 post");
        assertThat(page.select(".story-title").text()).isEqualTo("A patient loader");
        assertThat(page.select(".story-date").text()).isEqualTo("June 30, 2016");
        assertThat(page.select("mark").eachText()).containsExactly("loader", "loader");
    }

    @Test
    void markupInMatchesIsEscaped() {
        slice.publish(aPost().title("<b>loader</b>").text("<script>loader</script> & more"));

        var found = page("/search?q=loader").select(".story");

        assertThat(found.select(".story-title").text()).isEqualTo("<b>loader</b>");
        assertThat(found.select("b, script")).isEmpty();
    }

    @Test
    void theFormKeepsWhatWasTyped() {
        slice.publish(
                anIssue("Phishing Report", "phishing-report").text("loader").tagged("kits"));

        var form =
                page("/search?q=loader&series=phishing-report&tag=kits&author=Ada+Example&from=2016-01-01&to=2030-01-01&order=newest")
                        .select("form.search");

        assertThat(form.select("input").eachAttr("value"))
                .containsExactly("loader", "kits", "Ada Example", "2016-01-01", "2030-01-01");
        assertThat(form.select("option[selected]").eachAttr("value")).containsExactly("phishing-report", "newest");
        assertThat(form.select("details[open]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "series=phishing-report, 1",
        "series=brief, 0",
        "tag=Kits, 1",
        "author=Grace+Sample, 1",
        "author=grace-sample, 1",
        "author=nobody, 0",
        "from=2016-06-30&to=2016-06-30, 1",
        "from=2016-07-01, 0",
        "to=2016-06-29, 0"
    })
    void filtersNarrowTheSearchDownInTheZoneOfTheBlog(String filter, int found) {
        slice.publish(anIssue("Phishing Report", "phishing-report")
                .text("loader")
                .tagged("kits")
                .by("Grace Sample", null)
                .publishedAt(JUNE_30));

        var page = page("/search?q=loader&" + filter);

        assertThat(page.select(".found .story")).hasSize(found);
    }

    @Test
    void aFilterAloneFindsTheNewestFirst() {
        slice.publish(aPost().title("Older").tagged("kits").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(aPost().title("Newer").tagged("kits").publishedAt(JUNE_30));

        var page = page("/search?q=&tag=kits");

        assertThat(page.select(".story-title").eachText()).containsExactly("Newer", "Older");
    }

    @Test
    void aParameterWithoutAValueIsAnEmptyOne() {
        slice.publish(aPost().title("A kit").tagged("kits"));

        var page = page("/search?q&series&tag=kits");

        assertThat(page.select(".story-title").eachText()).containsExactly("A kit");
    }

    @Test
    void aTypoIsCorrectedAndReported() {
        slice.publish(aPost().title("A stolen certificate").text("The certificate was stolen."));

        var page = page("/search?q=certifcate");

        assertThat(page.select(".forgiven").text())
                .isEqualTo("We also looked for similar spellings of certifcate: certificate");
        assertThat(page.select(".story")).hasSize(1);
    }

    @Test
    void aHitByTagOrBylineShowsWhy() {
        slice.publish(aPost().title("x").text("y").tagged("kits", "loader").by("Grace Sample", null));

        var found = page("/search?q=loader+grace").select(".story");

        assertThat(found.select(".story-match").eachText()).containsExactly("By: Grace Sample", "Tag: loader");
        assertThat(found.select(".story-match mark").eachText()).containsExactly("Grace", "loader");
    }

    @Test
    void aSearchWithoutResultsGivesAdvice() {
        slice.publish(aPost());

        var page = page("/search?q=zzzzqqqq");

        assertThat(page.select(".found h2").text()).isEqualTo("Nothing found");
        assertThat(page.select(".found p").text()).contains("Try fewer or shorter words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/search?q=", "/search?q=+&series=&from="})
    void anEmptyFormExplainsTheSyntax(String address) {
        slice.publish(anIssue("Phishing Report", "phishing-report"));

        var page = page(address);

        assertThat(page.select(".search-hints li")).hasSize(3);
        assertThat(page.select("select[name=series] option").eachText()).containsExactly("All", "Phishing Report");
    }

    @ParameterizedTest
    @CsvSource({
        "q=loader&from=yesterday, The first day is no date",
        "q=loader&to=2016-02-30, The last day is no date",
        "q=loader&to=%2B999999999-12-31, The last day is no date",
        "q=loader&from=-999999999-01-01, The first day is no date",
        "q=loader&from=0000-01-01, The first day is no date",
        "q=loader&from=2016-07-01&to=2016-06-01, Let 'from' be before 'to'"
    })
    void anInvalidQueryIsExplainedOnThePage(String question, String answer) {
        var page = page("/search?" + question, 400);

        assertThat(page.select(".notice-error").text()).startsWith(answer);
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("loader");
    }

    @Test
    void aQueryThatIsTooLongIsRejected() {
        var page = page("/search?q=" + "a".repeat(201), 400);

        assertThat(page.select(".notice-error").text()).contains("200");
    }

    @Test
    void resultsAreCutIntoPagesThatKeepTheQuery() {
        publish(41, aPost().tagged("kits").publishedAt(JUNE_30));

        var second = page("/search?tag=kits&order=newest&page=2");

        assertThat(second.select(".story-title").eachText()).hasSize(20).startsWith("Post 21");
        assertThat(second.select(".paging").text()).isEqualTo("Previous Page 2 of 3 Next");
        assertThat(second.select(".paging a").eachAttr("href"))
                .containsExactly("/search?tag=kits&order=newest", "/search?tag=kits&order=newest&page=3");
    }

    @Test
    void aPageBeyondTheLastResultLinksTheLastPage() {
        slice.publish(aPost().tagged("kits"));

        var page = page("/search?tag=kits&page=2", 404);

        assertThat(page.select(".ways a").attr("href")).isEqualTo("/search?tag=kits");
    }

    @Test
    void searchPagesAreNotCached() {
        slice.publish(aPost().text("loader"));

        var head = page("/search?q=loader").head();
        var answer = slice.client().get().uri("/search?q=loader").exchange();

        assertThat(head.select("meta[name=robots]").eachAttr("content")).isEqualTo(List.of("noindex"));
        answer.expectHeader().valueEquals("Cache-Control", "no-cache");
    }

    @Test
    void aPageHasRetryAfterWhileTheIndexIsBuilt() {
        try (var starting = WebSlice.whileTheSearchIndexIsBuilt()) {
            var answer = starting.client()
                    .get()
                    .uri("/search?q=loader")
                    .accept(MediaType.TEXT_HTML)
                    .exchange();

            answer.expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "30");
        }
    }
}
