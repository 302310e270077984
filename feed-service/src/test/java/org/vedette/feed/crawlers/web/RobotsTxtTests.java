package org.vedette.feed.crawlers.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.vedette.feed.blog.Blog;

class RobotsTxtTests {

    @Test
    void pagesForPeopleAreAllowed() {
        var robots = CrawlerController.robotsTxt(new Blog("Blog", "Tagline", URI.create("https://blog.example.org")));

        assertThat(robots).isEqualTo("""
            User-agent: *
            Disallow: /search?
            Disallow: /api/
            Disallow: /live
            Disallow: /subscriptions/
            Disallow: /studio
            Disallow: /login
            Disallow: /logout

            Sitemap: https://blog.example.org/sitemap.xml
            """);
    }

    @Test
    void rulesNameTheFolderOfTheBlog() {
        var robots = CrawlerController.robotsTxt(new Blog("Blog", "Tagline", URI.create("https://example.org/blog/")));

        assertThat(robots)
                .contains("\nDisallow: /blog/api/\n")
                .contains("\nSitemap: https://example.org/blog/sitemap.xml\n");
    }
}
