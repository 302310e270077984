package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FrontPageTests extends SitePageTests {

    @Test
    void anEmptyBlogHasAFrontPage() {
        var page = page("/");

        assertThat(page.select(".empty .lede").text()).contains("Nothing has been published yet");
        assertThat(page.select(".latest")).isEmpty();
    }

    @Test
    void theNewestAnalysisLeadsTheFrontPage() {
        slice.publish(aPost().title("An analysis").standfirst("It waits.").publishedAt(JUNE_30));
        slice.publish(anIssue("Phishing Report", "phishing-report").publishedAt(JUNE_30.plusSeconds(60)));

        var page = page("/");

        assertThat(page.select(".lead-title").text()).isEqualTo("An analysis");
        assertThat(page.select(".lead .standfirst").text()).isEqualTo("It waits.");
    }

    @Test
    void everySeriesShowsItsLatestIssueAndPeriodBesideTheLead() {
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("Old issue").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("New issue").publishedAt(JUNE_30));
        slice.publish(anIssue("Brief", "brief").title("A brief").publishedAt(JUNE_30.minusSeconds(90)));

        var page = page("/");

        assertThat(page.select(".column-title").eachText()).containsExactly("Brief", "Phishing Report");
        assertThat(page.select(".column-issue").eachText()).containsExactly("A brief", "New issue");
        assertThat(page.select(".column .period").eachText()).hasSize(2).containsOnly("Week of June 26 – July 2, 2016");
    }

    @Test
    void theLatestPostsAreListedByMonth() {
        slice.publish(aPost().title("Lead").publishedAt(Instant.parse("2016-08-01T12:00:00Z")));
        slice.publish(aPost().title("July").publishedAt(Instant.parse("2016-07-05T12:00:00Z")));
        slice.publish(aPost().title("June").publishedAt(JUNE_30));

        var page = page("/");

        assertThat(page.select(".month-name").eachText()).containsExactly("July 2016", "June 2016");
        assertThat(page.select(".story-title").eachText()).containsExactly("July", "June");
        assertThat(page.select(".story-date").eachText()).containsExactly("Jul 5", "Jun 30");
    }

    @Test
    void olderMonthsAreOneStepAway() {
        slice.publish(aPost().publishedAt(JUNE_30.plusSeconds(86_400)));
        publish(32, aPost().publishedAt(JUNE_30));
        slice.publish(aPost().publishedAt(Instant.parse("2014-02-01T12:00:00Z")));

        var page = page("/");

        assertThat(page.select(".earlier .months").text()).isEqualTo("June 2016 32 posts February 2014 1 post");
        assertThat(page.select(".earlier a").eachAttr("href"))
                .containsExactly("/archive/2016/06", "/archive/2014/02", "/archive");
    }

    @Test
    void onlyTheFrontPageCountsNewPosts() {
        slice.publish(aPost().slug("waits"));

        var regions = page("/").select("[data-live]");

        assertThat(regions)
                .hasSize(1)
                .allMatch(region -> region.attr("aria-live").equals("polite"));
        assertThat(page("/posts/waits").select("[data-live]")).isEmpty();
    }

    @Test
    void theAddressOfTheStreamNamesTheNewestPostOnThePage() {
        slice.publish(anIssue("Phishing Report", "phishing-report").publishedAt(JUNE_30.plusMillis(5)));
        slice.publish(aPost().publishedAt(JUNE_30));

        var regions = page("/").select("[data-live]");

        assertThat(regions.attr("data-live")).isEqualTo("/live?newest=2016-07-01T03:00:00.005Z");
    }

    @Test
    void onAnEmptyPageEveryPostIsNewer() {
        var regions = page("/").select("[data-live]");

        assertThat(regions.attr("data-live")).isEqualTo("/live?newest=1970-01-01T00:00:00Z");
    }
}
