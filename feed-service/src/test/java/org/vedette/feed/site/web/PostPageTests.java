package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;
import org.vedette.testsupport.events.PublicPosts;

class PostPageTests extends SitePageTests {

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
    void correctionsStandAboveTheBodyWithTheirDatesInTheZoneOfTheSite() {
        slice.publish(aPost().slug("waits")
                .corrected(Instant.parse("2016-07-01T03:30:00Z"), "The table was <wrong>.")
                .corrected(Instant.parse("2016-07-02T12:00:00Z"), "So was the name."));

        var page = page("/posts/waits");

        assertThat(page.select(".correction p").eachText())
                .containsExactly(
                        "Corrected June 30, 2016: The table was <wrong>.", "Corrected July 2, 2016: So was the name.");
        assertThat(page.select(".correction time").eachAttr("datetime"))
                .containsExactly("2016-07-01T03:30:00Z", "2016-07-02T12:00:00Z");
        assertThat(page.select(".correction ~ .prose")).hasSize(1);
    }

    @Test
    void aCorrectionOfAnEarlierProducerHasTheDateOfItsRevision() {
        var post = aPost().slug("waits").publishedAt(JUNE_30).revisedAt(JUNE_30.plusSeconds(86_400));
        slice.save(new Entry(post.build(), "The table was wrong.", WebSlice.CHANGED));

        var page = page("/posts/waits");

        assertThat(page.select(".correction").text()).isEqualTo("Corrected July 1, 2016: The table was wrong.");
    }

    @Test
    void aChangeBesideTheTextMakesAnotherTagOfThePage() {
        var post = aPost().slug("waits").publishedAt(JUNE_30);
        slice.publish(post);
        var before = slice.tag("/posts/waits");
        var feed = slice.tag("/feeds/atom.xml");

        slice.publish(post.revision(2).tagged("phishing"));

        assertThat(slice.tag("/posts/waits")).isNotEqualTo(before);
        assertThat(slice.tag("/feeds/atom.xml")).isNotEqualTo(feed);
    }

    @Test
    void additionalPostsAreTheNeighboursInTimeWithTeasers() {
        var text =
                "This weekly brief gathers what mattered to us: a patched flaw that is used again and more of it here.";
        slice.publish(aPost().title("Newest").publishedAt(JUNE_30.plusSeconds(120)));
        slice.publish(aPost().title("Newer")
                .publishedAt(JUNE_30.plusSeconds(60))
                .standfirst(null)
                .text(text));
        slice.publish(aPost().title("This").slug("this").publishedAt(JUNE_30));
        slice.publish(
                aPost().title("Older").publishedAt(JUNE_30.minusSeconds(60)).standfirst("In short."));

        var page = page("/posts/this");

        assertThat(page.select(".additional h2").text()).isEqualTo("Additional Posts");
        assertThat(page.select(".neighbour-title").eachText()).containsExactly("Newer", "Older");
        assertThat(page.select(".neighbour-teaser").eachText())
                .containsExactly(
                        "This weekly brief gathers what mattered to us: a patched flaw that is used again and more of"
                                + " it…",
                        "In short.");
    }

    @Test
    void aPostForAllHasNoLabel() {
        slice.publish(aPost().slug("all"));

        var page = page("/posts/all");

        assertThat(page.select(".tlp, meta[name=robots]")).isEmpty();
    }

    @Test
    void aFormerSlugLeadsToThePermalink() {
        slice.publish(aPost().slug("now").formerSlugs("before"));

        var response = slice.client().get().uri("/posts/before").exchange();

        response.expectStatus().isEqualTo(301);
        response.expectHeader().location("https://blog.example.org/posts/now");
    }

    @Test
    void aRedirectIsNotCachedSoThatASlugCanBeTakenBack() {
        var post = aPost().slug("old");
        var id = post.build().id();
        slice.publish(post);
        slice.publish(aPost().id(id).revision(2).slug("new").formerSlugs("old"));
        var moved = slice.client().get().uri("/posts/old").exchange();

        slice.publish(aPost().id(id).revision(3).slug("old").formerSlugs("new"));

        moved.expectStatus().isEqualTo(301).expectHeader().valueEquals("Cache-Control", "no-cache");
        assertThat(redirect("/posts/new")).isEqualTo("https://blog.example.org/posts/old");
        assertThat(page("/posts/old").select("h1")).hasSize(1);
    }

    @Test
    void aBylineLeadsToItsAuthor() {
        slice.publish(aPost().slug("waits").by("Ada Example", "Example Labs").by("Grace Sample", null));

        var byline = page("/posts/waits").select(".byline");

        assertThat(byline.text()).isEqualTo("By: Ada Example, Example Labs; Grace Sample");
        assertThat(byline.select("a").eachAttr("href"))
                .containsExactly("/authors/ada-example", "/authors/grace-sample");
    }

    @Test
    void aBylineLeadsToTheSlugThatWasChosenForItsAuthor() {
        slice.publish(aPost().slug("credited").byAuthor("Zoe", "zoe-2"));

        var page = page("/posts/credited");

        assertThat(page.select(".byline a").attr("href")).isEqualTo("/authors/zoe-2");
    }

    @Test
    void manyBylinesAreAList() {
        slice.publish(byTwelve(aPost().slug("waits")));

        var page = page("/posts/waits");

        assertThat(page.select("ul.bylines > li").eachText())
                .hasSize(12)
                .startsWith("Author 1, Lab 1")
                .endsWith("Author 12, Lab 12");
        assertThat(page.select("ul.bylines a[rel=author]")).hasSize(12);
    }

    @Test
    void aListShowsTheFirstOfManyBylines() {
        slice.publish(byTwelve(aPost().slug("waits").tagged("loader")));

        var bylines = page("/tags/loader").select(".byline");

        assertThat(bylines.text()).isEqualTo("By: Author 1, Lab 1; Author 2, Lab 2 and 10 others");
    }

    @Test
    void aBylineIsIsolatedAndHasTheCommaOfItsScript() {
        slice.publish(aPost().slug("waits")
                .by("Ada Example", "Example Labs")
                .by("ليلى", "معهد")
                .by("王芳", "实验室"));

        var bylines = page("/posts/waits").select(".byline > bdi");

        assertThat(bylines.eachText()).containsExactly("Ada Example, Example Labs", "ليلى، معهد", "王芳，实验室");
        assertThat(bylines.select("bdi > bdi").eachText()).containsExactly("Example Labs", "معهد", "实验室");
    }

    @Test
    void onPaperThePostSaysWhereItIsAndWhoMaySeeIt() {
        slice.publish(aPost().slug("all"));
        slice.publish(aPost().slug("few").marked("AMBER+STRICT"));

        var all = page("/posts/all");
        var few = editorsPage("/posts/few");

        assertThat(all.select(".sheet-address").text()).isEqualTo("https://blog.example.org/posts/all");
        assertThat(all.select(".sheet-label").attr("data-label")).isEqualTo("TLP:CLEAR");
        assertThat(few.select(".sheet-label.tlp-amber-strict").attr("data-label"))
                .isEqualTo("TLP:AMBER+STRICT");
    }

    @Test
    void aPostInAnotherLanguageSaysSoAndItsLabelsAreInEnglish() {
        slice.publish(aPost().slug("wartet").in("de-AT").corrected(JUNE_30, "Das Datum war falsch."));

        var article = page("/posts/wartet").select("article.post");

        assertThat(article.attr("lang")).isEqualTo("de-AT");
        assertThat(article.select(".dateline, .post-facts, .correction").eachAttr("lang"))
                .hasSize(3)
                .containsOnly("en");
        assertThat(article.select(".correction span").attr("lang")).isEqualTo("de-AT");
        assertThat(article.select(".prose, h1").eachAttr("dir")).containsOnly("auto");
    }

    @Test
    void aPostInTheLanguageOfThePageSaysItOnce() {
        slice.publish(aPost().slug("waits").in("en"));

        var article = page("/posts/waits").select("article.post");

        assertThat(article.attr("lang")).isEqualTo("en");
        assertThat(article.select("[lang], [dir=ltr]")).containsExactlyElementsOf(article);
    }

    @Test
    void aPostThatIsWrittenFromRightToLeftRunsSoWhateverItsFirstWordIs() {
        slice.publish(aPost().slug("arabic").in("ar").title("Emotet يعود").standfirst("Emotet يعود"));

        var article = page("/posts/arabic").select("article.post");
        var story = page("/").select(".lead-title");

        assertThat(article.attr("dir")).isEqualTo("rtl");
        assertThat(article.select("h1, .standfirst, .prose").eachAttr("dir"))
                .hasSize(3)
                .containsOnly("rtl");
        assertThat(article.select(".dateline, .post-facts, .sheet-address").eachAttr("dir"))
                .hasSize(3)
                .containsOnly("ltr");
        assertThat(story.attr("lang")).isEqualTo("ar");
        assertThat(story.attr("dir")).isEqualTo("rtl");
    }

    @Test
    void aTagLeadsToItsPage() {
        slice.publish(aPost().slug("waits").tagged("c++", "phishing"));

        var tags = page("/posts/waits").select(".tags a");

        assertThat(tags.eachText()).containsExactly("c++", "phishing");
        assertThat(tags.eachAttr("href")).containsExactly("/tags/c%2B%2B", "/tags/phishing");
    }

    @Test
    void aRevisionOfAnotherDayIsDated() {
        slice.publish(aPost().slug("waits").publishedAt(JUNE_30).revisedAt(JUNE_30.plusSeconds(86_400)));

        var dates = page("/posts/waits").select(".dateline > *");

        assertThat(dates.eachText()).containsExactly("Posted June 30, 2016", "Revised July 1, 2016");
    }

    @Test
    void everyPageHasOneHeadingOfTheFirstOrder() {
        slice.publish(aPost().slug("waits").tagged("phishing").html("<h1>In the body</h1>"));

        var pages = List.of(page("/"), page("/posts/waits"), page("/tags/phishing"), page("/archive"));

        assertThat(pages).allMatch(page -> page.select("h1").size() == 1);
    }

    private static PublicPosts byTwelve(PublicPosts post) {
        var credited = post;
        for (var number = 1; number <= 12; number++) {
            credited = credited.by("Author " + number, "Lab " + number);
        }
        return credited;
    }
}
