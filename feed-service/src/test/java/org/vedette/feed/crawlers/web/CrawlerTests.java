package org.vedette.feed.crawlers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;

class CrawlerTests {

    private static final Instant NOON = Instant.parse("2016-06-30T12:00:00.123Z");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void theIndexIsWhereRobotsTxtSays() {
        slice.publish(aPost().publishedAt(NOON));
        var robots = text(body("/robots.txt", "text/plain;charset=utf-8"));

        var sitemap = robots.substring(robots.indexOf("Sitemap: ") + "Sitemap: ".length())
                .strip();
        var index = text(body(URI.create(sitemap).getPath(), "application/xml;charset=utf-8"));

        assertThat(index).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap>
            <loc>https://blog.example.org/sitemap-pages.xml</loc>
            <lastmod>2016-06-30T12:00:00Z</lastmod>
            </sitemap>
            <sitemap>
            <loc>https://blog.example.org/sitemap-posts-1.xml</loc>
            <lastmod>2016-06-30T12:00:00Z</lastmod>
            </sitemap>
            </sitemapindex>
            """);
    }

    @Test
    void aSitemapListsPostsWithTheirLatestRevision() {
        slice.publish(aPost().slug("waits").publishedAt(NOON).revisedAt(NOON.plusSeconds(60)));

        var posts = text(body("/sitemap-posts-1.xml", "application/xml;charset=utf-8"));

        assertThat(posts).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <url>
            <loc>https://blog.example.org/posts/waits</loc>
            <lastmod>2016-06-30T12:01:00Z</lastmod>
            </url>
            </urlset>
            """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sitemap.xml", "/sitemap-pages.xml", "/sitemap-posts-1.xml"})
    void sitemapsKeepTheRulesWhateverTagsAreCalled(String path) throws Exception {
        slice.publish(aPost().tagged("größe", "<&'\">", "a b").by("日本", null));

        var sitemap = body(path, "application/xml;charset=utf-8");

        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(CrawlerTests.class.getResource("/org/vedette/feed/crawlers/sitemap.xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(sitemap)));
    }

    @Test
    void anEmptyBlogHasASitemap() {
        var pages = text(body("/sitemap-pages.xml", "application/xml;charset=utf-8"));

        assertThat(pages)
                .contains("<url>\n<loc>https://blog.example.org/</loc>\n</url>")
                .doesNotContain("lastmod");
    }

    @Test
    void sitemapsNeedNoStore() {
        slice.publish(aPost().slug("waits"));
        slice.entries.fail();

        assertThat(text(body("/sitemap-posts-1.xml", "application/xml;charset=utf-8")))
                .contains("/posts/waits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sitemap-posts-2.xml",
                "/sitemap-posts-0.xml",
                "/sitemap-posts-01.xml",
                "/sitemap-posts--1.xml",
                "/sitemap-posts-99999.xml",
                "/sitemap-posts-99999999999.xml",
                "/sitemap-posts-x.xml",
                "/sitemap-pages-1.xml",
                "/sitemap-pages-2.xml",
                "/sitemap-pages-99999.xml"
            })
    void anUnknownSitemapIsAProblem(String path) {
        slice.publish(aPost());

        var response = slice.client().get().uri(path).accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUnchangedSitemapIsNotSentAgain() {
        slice.publish(aPost());
        var tag = slice.tag("/sitemap.xml");

        var response = slice.client().get().uri("/sitemap.xml").ifNoneMatch(tag).exchange();

        response.expectStatus().isNotModified().expectBody().isEmpty();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] body(String path, String type) {
        var body = slice.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Type", type)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }
}
