package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import org.junit.jupiter.api.Test;

class FeedsPageTests extends SitePageTests {

    @Test
    void thePageShowsTheAddressOfEveryFormat() {
        slice.publish(aPost());

        var page = page("/feeds");

        assertThat(page.select("h1").text()).isEqualTo("Feeds");
        assertThat(page.select(".feeds-page pre").eachText())
                .containsExactly(
                        "https://blog.example.org/feeds/rss.xml",
                        "https://blog.example.org/feeds/atom.xml",
                        "https://blog.example.org/feeds/feed.json");
    }

    @Test
    void thePageListsTheFeedsOfEverySeries() {
        slice.publish(anIssue("Phishing Report", "phishing-report"));
        slice.publish(anIssue("Brief", "brief"));

        var series = page("/feeds").select(".feeds-page ul li");

        assertThat(series.eachText())
                .containsExactly("Brief: RSS Atom JSON Feed", "Phishing Report: RSS Atom JSON Feed");
        assertThat(series.select("a").eachAttr("href"))
                .startsWith("/series/brief", "https://blog.example.org/series/brief/rss.xml");
    }

    @Test
    void theMenuLeadsToThePageAndNotToAFile() {
        slice.publish(aPost().slug("waits"));

        var links = page("/posts/waits").select("header a, footer a, .subscribe-line a");

        assertThat(links.eachAttr("href")).contains("/feeds").noneMatch(address -> address.matches(".*(xml|json)"));
        assertThat(page("/feeds").select(".masthead-nav [aria-current]").text()).isEqualTo("Feeds");
    }

    @Test
    void anEmptyBlogHasThePage() {
        assertThat(page("/feeds").select(".feeds-page pre")).hasSize(3);
    }
}
