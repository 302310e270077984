package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.vedette.events.PageMetadata;
import org.vedette.events.PageMetadata.SharingImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageHeadTests extends SitePageTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aPostHasACanonicalAddressAndOpenGraphProperties() {
        slice.publish(anIssue("Phishing Report", "phishing-report")
                .slug("waits")
                .title("It \"waits\"")
                .standfirst("And <waits>.")
                .by("Ada Example", "Example Labs")
                .tagged("phishing", "loader")
                .publishedAt(JUNE_30)
                .revisedAt(JUNE_30.plusSeconds(60)));

        var head = page("/posts/waits").head();

        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo("https://blog.example.org/posts/waits");
        assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("And <waits>.");
        assertThat(head.select("meta[name=author]").attr("content")).isEqualTo("Ada Example, Example Labs");
        assertThat(head.select("meta[property]:not([property^=og:image])").eachAttr("content"))
                .containsExactly(
                        "It \"waits\"",
                        "And <waits>.",
                        "article",
                        "https://blog.example.org/posts/waits",
                        "Night Watch",
                        "en_US",
                        "2016-07-01T03:00:00Z",
                        "2016-07-01T03:01:00Z",
                        "https://blog.example.org/authors/ada-example",
                        "Phishing Report",
                        "phishing",
                        "loader");
    }

    @Test
    void anEditorSaysWhatSearchEnginesAndLinkPreviewsShow() {
        var image = new SharingImage("/media/a/1200x630.jpg", "image/jpeg", 1200, 630, "A lure");
        slice.publish(aPost().slug("waits")
                .title("It waits")
                .telling(new PageMetadata("https://labs.example/first", "For engines", "What it says.", image)));

        var page = page("/posts/waits");
        var head = page.head();
        var article = data(page).get(0);

        assertThat(page.title()).isEqualTo("For engines · Night Watch");
        assertThat(page.select("h1").text()).isEqualTo("It waits");
        assertThat(head.select("link[rel=canonical]").attr("href")).isEqualTo("https://labs.example/first");
        assertThat(head.select("meta[name=description]").attr("content")).isEqualTo("What it says.");
        assertThat(head.select("meta[property^=og:image]").eachAttr("content"))
                .containsExactly(
                        "https://blog.example.org/media/a/1200x630.jpg", "image/jpeg", "1200", "630", "A lure");
        assertThat(article.at("/url").asString()).isEqualTo("https://labs.example/first");
        assertThat(article.at("/image/url").asString()).isEqualTo("https://blog.example.org/media/a/1200x630.jpg");
    }

    @Test
    void aPostIsAnArticleWithItsAuthorsAndSeries() {
        var post = anIssue("Phishing Report", "phishing-report")
                .slug("waits")
                .by("Ada Example", "Example Labs")
                .publishedAt(JUNE_30);
        slice.publish(post.corrected(JUNE_30.plusSeconds(60), "The table was wrong."));

        var article = data(page("/posts/waits")).get(0);

        assertThat(article.at("/@type").asString()).isEqualTo("Article");
        assertThat(article.at("/image/url").asString()).startsWith("https://blog.example.org/cards/");
        assertThat(article.at("/image/width").asInt()).isEqualTo(1200);
        assertThat(article.at("/author/0/affiliation/name").asString()).isEqualTo("Example Labs");
        assertThat(article.at("/datePublished").asString()).isEqualTo("2016-07-01T03:00:00Z");
        assertThat(article.at("/isPartOf/@type").asString()).isEqualTo("CreativeWorkSeries");
        assertThat(article.at("/isPartOf/url").asString()).isEqualTo("https://blog.example.org/series/phishing-report");
        assertThat(article.at("/temporalCoverage").asString()).isEqualTo("2016-06-26/2016-07-02");
        assertThat(article.at("/correction/0/@type").asString()).isEqualTo("CorrectionComment");
        assertThat(article.at("/correction/0/text").asString()).isEqualTo("The table was wrong.");
        assertThat(article.at("/correction/0/datePublished").asString()).isEqualTo("2016-07-01T03:01:00Z");
    }

    @Test
    void aPostHasABreadcrumbList() {
        slice.publish(
                anIssue("Phishing Report", "phishing-report").slug("waits").title("Waits"));

        var trail = data(page("/posts/waits")).get(1);

        assertThat(trail.at("/@type").asString()).isEqualTo("BreadcrumbList");
        assertThat(trail.at("/itemListElement").findValuesAsString("name"))
                .containsExactly("Night Watch", "Phishing Report", "Waits");
    }

    @Test
    void structuredDataCannotEndItsScriptElement() {
        var title = "</script><script>alert(1)</script><!-- <script> \u2028 \\\" &quot;";
        slice.publish(aPost().slug("hostile")
                .title(title)
                .standfirst(title)
                .by(title, title)
                .tagged("]]>"));

        var page = page("/posts/hostile");

        assertThat(page.select("script:not([type]), img")).hasSize(1);
        assertThat(data(page).get(0).at("/headline").asString()).isEqualTo(title);
        assertThat(page.select("script[type]").html()).doesNotContain("<", ">", "&", "\u2028");
    }

    @Test
    void aPostInASeriesLinksTheFeedsOfBlogAndSeries() {
        slice.publish(anIssue("Phishing Report", "phishing-report").slug("waits"));

        var feeds = page("/posts/waits").select("head link[rel=alternate]");

        assertThat(feeds.eachAttr("href"))
                .containsExactly(
                        "https://blog.example.org/feeds/rss.xml",
                        "https://blog.example.org/feeds/atom.xml",
                        "https://blog.example.org/feeds/feed.json",
                        "https://blog.example.org/series/phishing-report/rss.xml",
                        "https://blog.example.org/series/phishing-report/atom.xml",
                        "https://blog.example.org/series/phishing-report/feed.json");
        assertThat(feeds.eachAttr("type"))
                .startsWith("application/rss+xml", "application/atom+xml", "application/feed+json");
    }

    @Test
    void theFrontPageSaysHowTheBlogIsSearched() {
        var site = data(page("/")).get(0);

        assertThat(site.at("/@type").asString()).isEqualTo("WebSite");
        assertThat(site.at("/potentialAction/target").asString())
                .isEqualTo("https://blog.example.org/search?q={words}");
    }

    @Test
    void crawlersLearnTheLanguageOfAPost() {
        slice.publish(aPost().slug("wartet").in("de"));
        slice.publish(aPost().slug("waits").in("en"));

        assertThat(data(page("/posts/wartet")).get(0).at("/inLanguage").asString())
                .isEqualTo("de");
        assertThat(data(page("/posts/waits")).get(0).at("/inLanguage").asString())
                .isEqualTo("en");
        assertThat(page("/posts/wartet").select("meta[property=og:locale]").attr("content"))
                .isEqualTo("de_DE");
    }

    @Test
    void listsDescribeTheirSubject() {
        slice.publish(anIssue("Phishing Report", "phishing-report").by("Ada Example", "Example Labs"));

        var series = data(page("/series/phishing-report")).get(0);
        var author = data(page("/authors/ada-example")).get(0);

        assertThat(series.at("/@type").asString()).isEqualTo("CreativeWorkSeries");
        assertThat(author.at("/mainEntity/affiliation/name").asString()).isEqualTo("Example Labs");
    }

    @Test
    void thePagesBesideAPostAreItsNeighbours() {
        slice.publish(aPost().slug("newer").publishedAt(JUNE_30.plusSeconds(60)));
        slice.publish(aPost().slug("this").publishedAt(JUNE_30));
        slice.publish(aPost().slug("older").publishedAt(JUNE_30.minusSeconds(60)));

        var head = page("/posts/this").head();

        assertThat(head.select("link[rel=prev]").attr("href")).isEqualTo("/posts/newer");
        assertThat(head.select("link[rel=next]").attr("href")).isEqualTo("/posts/older");
    }

    @Test
    void anErrorPageIsNotIndexed() {
        var head = page("/nothing", 404).head();

        assertThat(head.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(head.select("link[rel=canonical], meta[property], script[type]"))
                .isEmpty();
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndRunsNothingOfItsOwn() {
        slice.publish(aPost().slug("waits").publishedAt(Instant.parse("2016-06-30T12:00:00Z")));

        var pages = List.of(page("/"), page("/posts/waits"), page("/archive"), page("/nothing", 404));

        assertThat(pages)
                .allSatisfy(page -> assertThat(page.select("style, [style], script:not([type], [src^=/]), [src^=http],"
                                + " link[rel=stylesheet]:not([href^=/])"))
                        .isEmpty());
    }

    private static List<JsonNode> data(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> JSON.readTree(script.data()))
                .toList();
    }
}
