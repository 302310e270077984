package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

class SiteTests {

    private static final Instant JUNE_30 = Instant.parse("2016-07-01T03:00:00Z");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

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
    void aPostSaysWhenItWasPostedAndByWhom() {
        slice.publish(aPost().slug("waits").by("Ada Example", "Example Labs").publishedAt(JUNE_30));

        var page = page("/posts/waits");

        assertThat(page.select(".dateline time").text()).isEqualTo("Posted June 30, 2016");
        assertThat(page.select(".byline").text()).isEqualTo("By: Ada Example, Example Labs");
    }

    @Test
    void theBodyIsShownAsThePostServiceSanitizedItAndAllElseIsEscaped() {
        slice.publish(aPost().slug("waits").title("<i>Title</i> & \"quotes\"").html("<p>It <em>waits</em>.</p>"));

        var page = page("/posts/waits");

        assertThat(page.select(".prose").html()).isEqualTo("<p>It <em>waits</em>.</p>");
        assertThat(page.select("h1").text()).isEqualTo("<i>Title</i> & \"quotes\"");
        assertThat(page.title()).isEqualTo("<i>Title</i> & \"quotes\" · Night Watch");
    }

    @Test
    void aCorrectionStandsAboveTheBody() {
        slice.keep(new Entry(aPost().slug("waits").build(), "The table was wrong.", WebSlice.CHANGED));

        var page = page("/posts/waits");

        assertThat(page.select(".correction").text()).isEqualTo("Correction The table was wrong.");
        assertThat(page.select(".correction ~ .prose")).hasSize(1);
    }

    @Test
    void additionalPostsAreTheNeighboursInTimeWithTeasers() {
        var text =
                "This weekly brief gathers what mattered to us: a patched flaw that is used again and more of it here.";
        slice.publish(aPost().title("Newest").publishedAt(JUNE_30.plusSeconds(120)));
        slice.publish(
                aPost().title("Newer").publishedAt(JUNE_30.plusSeconds(60)).text(text));
        slice.publish(aPost().title("This").slug("this").publishedAt(JUNE_30));
        slice.publish(
                aPost().title("Older").publishedAt(JUNE_30.minusSeconds(60)).text("Short."));

        var page = page("/posts/this");

        assertThat(page.select(".additional h2").text()).isEqualTo("Additional Posts");
        assertThat(page.select(".neighbour-title").eachText()).containsExactly("Newer", "Older");
        assertThat(page.select(".neighbour-teaser").eachText())
                .containsExactly(
                        "This weekly brief gathers what mattered to us: a patched flaw that is used again and more of it ...",
                        "Short.");
    }

    @Test
    void aLabelIsShownInWords() {
        slice.publish(aPost().slug("few").marked("AMBER+STRICT"));

        var page = page("/posts/few");

        assertThat(page.select(".tlp.tlp-amber-strict").text()).isEqualTo("TLP:AMBER+STRICT");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void aPostForAllHasNoLabel() {
        slice.publish(aPost().slug("all"));

        var page = page("/posts/all");

        assertThat(page.select(".tlp, meta[name=robots]")).isEmpty();
    }

    @Test
    void theHeadSaysWhereThePageIsAtHome() {
        slice.publish(aPost().slug("waits").standfirst("It \"waits\"."));

        var head = page("/posts/waits").head();

        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo("https://blog.example.org/posts/waits");
        assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("It \"waits\".");
        assertThat(head.select("link[type=application/rss+xml]").attr("href"))
                .isEqualTo("https://blog.example.org/feeds/rss.xml");
        assertThat(head.select("meta[property=og:type]").attr("content")).isEqualTo("article");
    }

    @Test
    void aSeriesListsItsIssues() {
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("Second").publishedAt(JUNE_30));
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("First").publishedAt(JUNE_30.minusSeconds(60)));

        var page = page("/series/phishing-report");

        assertThat(page.select("h1").text()).isEqualTo("Phishing Report");
        assertThat(page.select(".story-title").eachText()).containsExactly("Second", "First");
    }

    @Test
    void aFormerSlugLeadsToThePermalink() {
        slice.publish(aPost().slug("now").formerSlugs("before"));

        var response = slice.client().get().uri("/posts/before").exchange();

        response.expectStatus().isEqualTo(301);
        response.expectHeader().location("https://blog.example.org/posts/now");
    }

    @Test
    void aWithdrawnPostSaysThatItIsGoneAndWhy() {
        slice.keep(new Tombstone(
                aPost().build().id(), 2, "gone", List.of("before"), "It named <the> wrong company.", WebSlice.CHANGED));

        var page = page("/posts/before", 410);

        assertThat(page.select("h1").text()).isEqualTo("This post was withdrawn");
        assertThat(page.select("main").text()).contains("Reason: It named <the> wrong company.");
    }

    @Test
    void anUnknownAddressHasADesignedPage() {
        var pages = List.of(page("/posts/nothing", 404), page("/series/nothing", 404), page("/nothing/here", 404));

        assertThat(pages).allMatch(page -> page.select(".masthead-title").text().equals("Night Watch"));
    }

    @Test
    void aMachineIsToldInItsOwnWords() {
        var response = slice.client()
                .get()
                .uri("/posts/nothing")
                .accept(MediaType.APPLICATION_JSON)
                .header("X-Request-Id", "r-1")
                .exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:vedette:problem:unknown-post")
                .jsonPath("$.instance")
                .isEqualTo("/posts/nothing")
                .jsonPath("$.requestId")
                .isEqualTo("r-1");
    }

    @Test
    void whoTakesAnythingGetsThePage() {
        var response =
                slice.client().get().uri("/posts/nothing").accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType("text/html;charset=UTF-8");
    }

    @Test
    void anAddressUnderApiIsAProblemToWhoTakesAnything() {
        var response =
                slice.client().get().uri("/api/nothing").accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void whatIsNotReadIsNotAllowed() {
        var response = slice.client()
                .post()
                .uri("/")
                .accept(MediaType.APPLICATION_JSON)
                .exchange();

        response.expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "GET");
        response.expectBody().jsonPath("$.type").isEqualTo("urn:vedette:problem:method-not-allowed");
    }

    @Test
    void whileTheStoreIsAwayAPageSaysWhenToComeBack() {
        slice.publish(aPost().slug("waits"));
        slice.entries.goAway();

        var response = slice.client()
                .get()
                .uri("/posts/waits")
                .accept(MediaType.TEXT_HTML)
                .exchange();

        response.expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "30");
    }

    @Test
    void anUnchangedPageIsNotSentAgain() {
        slice.publish(aPost().slug("waits"));
        var tag = slice.tag("/posts/waits");

        var response = slice.client().get().uri("/posts/waits").ifNoneMatch(tag).exchange();

        response.expectStatus().isNotModified().expectHeader().valueEquals("ETag", tag);
        response.expectHeader().exists("Cache-Control");
        response.expectBody().isEmpty();
    }

    @Test
    void aPageIsAsOldAsTheLatestEvent() {
        slice.publish(aPost().slug("waits"));

        var response = slice.client()
                .get()
                .uri("/posts/waits")
                .header("If-Modified-Since", "Fri, 20 Nov 2026 10:11:12 GMT")
                .exchange();

        response.expectStatus().isNotModified();
    }

    @Test
    void aChangedNeighbourMakesAnotherTag() {
        slice.publish(aPost().slug("waits").publishedAt(JUNE_30));
        var before = slice.tag("/posts/waits");

        slice.publish(aPost().publishedAt(JUNE_30.plusSeconds(60)));

        slice.client()
                .get()
                .uri("/posts/waits")
                .ifNoneMatch(before)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aHeadHasEverythingButTheBody() {
        slice.publish(aPost().slug("waits"));

        var response = slice.client().head().uri("/posts/waits").exchange();

        response.expectStatus().isOk().expectHeader().exists("ETag");
        response.expectBody().isEmpty();
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndRunsNothing() {
        slice.publish(aPost().slug("waits"));

        var page = page("/posts/waits");

        assertThat(page.select("script, style, [style], img[src^=http], link[rel=stylesheet][href^=http]"))
                .isEmpty();
    }

    private Document page(String path) {
        return page(path, 200);
    }

    private Document page(String path, int status) {
        var body = slice.client()
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(String.valueOf(body));
    }

    private static PublicPosts anIssue(String series, String slug) {
        return aPost().inSeries(slug, series).covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2));
    }
}
