package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTests extends SitePageTests {

    @Test
    void aSeriesListsItsIssuesWithTheirPeriods() {
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("Second").publishedAt(JUNE_30));
        slice.publish(
                anIssue("Phishing Report", "phishing-report").title("First").publishedAt(JUNE_30.minusSeconds(60)));

        var page = page("/series/phishing-report");

        assertThat(page.select("h1").text()).isEqualTo("Phishing Report");
        assertThat(page.select(".story-title").eachText()).containsExactly("Second", "First");
        assertThat(page.select(".story .period").eachText()).hasSize(2).containsOnly("Week of June 26 – July 2, 2016");
        assertThat(page.select(".page-facts > p:first-child").text()).isEqualTo("2 issues in June 2016");
    }

    @Test
    void aSeriesIsIntroducedAsByItsNewestIssue() {
        slice.publish(aPost().inSeries("weekly", "Weekly", "Before.").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(aPost().inSeries("weekly", "Weekly", "What <we> saw.").publishedAt(JUNE_30));

        assertThat(page("/series/weekly").select(".page-header .lede").text()).isEqualTo("What <we> saw.");
    }

    @Test
    void aSeriesIsCalledAsByItsNewestIssue() {
        slice.publish(anIssue("Old title", "report").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(anIssue("New title", "report").publishedAt(JUNE_30));

        var page = page("/series/report");

        assertThat(page.select("h1").text()).isEqualTo("New title");
    }

    @Test
    void aTagListsThePostsThatHaveIt() {
        slice.publish(aPost().title("With").tagged("c++").publishedAt(JUNE_30));
        slice.publish(aPost().title("Without").tagged("c"));

        var page = page("/tags/c%2B%2B");

        assertThat(page.select("h1").text()).isEqualTo("c++");
        assertThat(page.select(".story-title").eachText()).containsExactly("With");
        assertThat(page.select(".story-date").text()).isEqualTo("June 30, 2016");
    }

    @Test
    void aListShowsTheStandfirstWhereThereIsOneAndElseTheBeginning() {
        var standfirst =
                "What the editor wrote about it, which is longer than a hundred characters and still is shown as a"
                        + " whole, because nobody else can say it better.";
        slice.publish(aPost().tagged("loader").standfirst(standfirst).publishedAt(JUNE_30));
        slice.publish(aPost().tagged("loader")
                .standfirst(null)
                .text("word ".repeat(60))
                .publishedAt(JUNE_30.minusSeconds(60)));

        var teasers = page("/tags/loader").select(".story-teaser");

        assertThat(teasers.eachText())
                .containsExactly(standfirst, "word ".repeat(20).strip() + "…");
    }

    @Test
    void aListSaysTheLanguageOfAPostThatIsNotInThatOfThePage() {
        slice.publish(aPost().tagged("loader").in("de").publishedAt(JUNE_30));
        slice.publish(aPost().tagged("loader").in("en").publishedAt(JUNE_30.minusSeconds(60)));

        var stories = page("/tags/loader").select(".story");

        assertThat(stories.get(0).select(".story-title, .story-teaser").eachAttr("lang"))
                .containsExactly("de", "de");
        assertThat(stories.get(1).select("[lang]")).isEmpty();
    }

    @Test
    void anAuthorIsShownWithTheNewestAffiliation() {
        slice.publish(aPost().title("Then").by("Ada Example", "Old Labs").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(aPost().title("Now")
                .by("Grace Sample", null)
                .by("Ada Example", "New Labs")
                .publishedAt(JUNE_30));

        var page = page("/authors/ada-example");

        assertThat(page.select("h1").text()).isEqualTo("Ada Example");
        assertThat(page.select(".affiliation").text()).isEqualTo("New Labs");
        assertThat(page.select(".story-title").eachText()).containsExactly("Now", "Then");
    }

    @Test
    void aListLinksItsFeeds() {
        slice.publish(anIssue("Phishing Report", "phishing-report"));

        var feeds = page("/series/phishing-report").select("head link[rel=alternate]");

        assertThat(feeds.eachAttr("title"))
                .containsExactly(
                        "Night Watch (RSS)",
                        "Night Watch (Atom)",
                        "Night Watch (JSON Feed)",
                        "Phishing Report (RSS)",
                        "Phishing Report (Atom)",
                        "Phishing Report (JSON Feed)");
        assertThat(feeds.eachAttr("href")).contains("https://blog.example.org/series/phishing-report/atom.xml");
    }

    @Test
    void aLongListIsCutIntoPagesOfThirty() {
        publish(61, aPost().tagged("phishing").publishedAt(JUNE_30));

        var second = page("/tags/phishing?page=2");

        assertThat(second.select(".story-title").eachText())
                .hasSize(30)
                .startsWith("Post 31")
                .endsWith("Post 60");
        assertThat(second.select(".paging").text()).isEqualTo("Newer Page 2 of 3 Older");
        assertThat(second.select(".paging a").eachAttr("href"))
                .containsExactly("/tags/phishing", "/tags/phishing?page=3");
        assertThat(second.select("h1").text()).isEqualTo("phishing");
        assertThat(second.title()).isEqualTo("phishing, page 2 · Night Watch");
    }

    @Test
    void everyPageOfAListSaysWhichItIsAndWhatIsBesideIt() {
        publish(61, aPost().tagged("phishing").publishedAt(JUNE_30));

        var head = page("/tags/phishing?page=2&from=elsewhere").head();

        assertThat(head.select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://blog.example.org/tags/phishing?page=2");
        assertThat(head.select("link[rel=prev]").attr("href")).isEqualTo("/tags/phishing");
        assertThat(head.select("link[rel=next]").attr("href")).isEqualTo("/tags/phishing?page=3");
    }

    @Test
    void theFirstPageHasOneAddress() {
        publish(31, aPost().tagged("phishing").publishedAt(JUNE_30));

        var address = redirect("/tags/phishing?page=1");

        assertThat(address).isEqualTo("https://blog.example.org/tags/phishing");
    }

    @Test
    void aPageBeyondTheLastOneLinksTheLastOne() {
        publish(31, aPost().tagged("phishing").publishedAt(JUNE_30));

        var page = page("/tags/phishing?page=3", 404);

        assertThat(page.select(".lede").text()).isEqualTo("There is no page 3: the last is page 2.");
        assertThat(page.select(".ways a").attr("href")).isEqualTo("/tags/phishing?page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=0",
                "page=-1",
                "page=abc",
                "page=99999999999",
                "page=1&page=2",
                "page=",
                "page",
                "page=01",
                "page=2.0"
            })
    void anInvalidPageNumberIsRejectedWithAdvice(String query) {
        slice.publish(aPost().tagged("phishing"));

        var page = page("/tags/phishing?" + query, 400);

        assertThat(page.select(".lede").text()).contains("Write ?page=2 for the second page");
    }

    @Test
    void anUnknownListIsNotFound() {
        slice.publish(aPost().tagged("phishing").by("Ada Example", null));

        var pages = List.of(page("/tags/nothing", 404), page("/series/nothing", 404), page("/authors/nobody", 404));

        assertThat(pages).allMatch(page -> page.select("h1").text().equals("There is nothing at this address"));
    }

    @Test
    void twoAuthorsWhoseNamesDifferInTheirAccentsHavePagesOfTheirOwn() {
        slice.publish(aPost().title("With").byAuthor("Zoë", "zoe"));
        slice.publish(aPost().title("Without").byAuthor("Zoe", "zoe-2"));

        var pages = List.of(page("/authors/zoe"), page("/authors/zoe-2"));

        assertThat(pages).extracting(page -> page.select("h1").text()).containsExactly("Zoë", "Zoe");
        assertThat(pages).extracting(page -> page.select(".story-title").text()).containsExactly("With", "Without");
    }

    @Test
    void thePageOfAnAuthorWhoWasMergedRedirectsToTheOtherOnceNoPostIsLeft() {
        var left = aPost().byAuthor("Zoe", "zoe-2");
        slice.publish(aPost().byAuthor("Zoë", "zoe"));
        slice.publish(aPost().byAuthor("Zoe", "zoe", "zoe-2"));
        slice.publish(left);
        assertThat(page("/authors/zoe-2").select(".story-title").eachText()).hasSize(1);

        slice.publish(aPost().id(left.build().id()).revision(2).byAuthor("Zoe", "zoe", "zoe-2"));

        assertThat(redirect("/authors/zoe-2")).isEqualTo("https://blog.example.org/authors/zoe");
        assertThat(page("/authors/zoe").select(".story-title").eachText()).hasSize(3);
    }

    @Test
    void anAuthorIsFoundByANameInAnotherScript() {
        slice.publish(aPost().byAuthor("李 雷", "li-lei"));

        var address = redirect("/authors/%E6%9D%8E%20%E9%9B%B7");

        assertThat(address).isEqualTo("https://blog.example.org/authors/li-lei");
    }

    @Test
    void anotherSpellingRedirectsToTheList() {
        slice.publish(aPost().tagged("phishing").by("Ada Example", null));

        var addresses = List.of(redirect("/tags/Phishing"), redirect("/authors/Ada%20Example"));

        assertThat(addresses)
                .containsExactly(
                        "https://blog.example.org/tags/phishing", "https://blog.example.org/authors/ada-example");
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/c%23,                /tags/c#,               /tags/csharp,      tags/csharp",
        "/tags/C%23?page=2,         /tags/c#,               /tags/csharp,      tags/csharp",
        "/authors/ada-example,      /authors/ada-example,   /authors/ada-new,  authors/ada-new",
        "/authors/Ada%20Example,    /authors/ada-example,   /authors/ada-new,  authors/ada-new"
    })
    void aPageThatWasRenamedLeadsToItsPresentPageOnceItHasNoPost(
            String asked, String from, String to, String location) {
        var before = aPost().tagged("c#").by("Ada Example", null);
        slice.publish(before);
        slice.redirect(from, to);
        slice.client()
                .get()
                .uri(URI.create(from.replace("#", "%23")))
                .exchange()
                .expectStatus()
                .isOk();

        slice.publish(
                aPost().id(before.build().id()).revision(2).tagged("csharp").by("Ada New", null));
        var led = redirect(asked);
        slice.redirect(from, null);

        assertThat(led).isEqualTo("https://blog.example.org/" + location);
        slice.client().get().uri(URI.create(asked)).exchange().expectStatus().isNotFound();
    }

    @Test
    void aPageThatIsBeyondTheLastOfAListLeadsNowhere() {
        slice.publish(aPost().tagged("loader"));
        slice.redirect("/tags/loader", "/tags/loaders");

        slice.client()
                .get()
                .uri("/tags/loader?page=2")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
