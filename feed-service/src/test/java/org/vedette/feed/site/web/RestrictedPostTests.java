package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

/** A post with a label, which is for signed-in editors only. */
class RestrictedPostTests {

    private static final String MARKER = "nightjar";
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final UUID ID = UUID.fromString("0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");

    private final WebSlice slice = new WebSlice();

    @AfterEach
    void close() {
        slice.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/posts/restricted",
                "/posts/before",
                "/posts/older",
                "/posts/newer",
                "/series",
                "/tags",
                "/authors",
                "/series/nightjar",
                "/tags/nightjar",
                "/tags/nightjar/rss.xml",
                "/tags/nightjar/atom.xml",
                "/tags/nightjar/feed.json",
                "/authors/nightjar",
                "/tags/shared",
                "/series",
                "/tags",
                "/authors",
                "/archive",
                "/archive/2026",
                "/archive/2026/11",
                "/search?q=loader",
                "/search?q=nightjars",
                "/feeds/rss.xml",
                "/feeds/atom.xml",
                "/feeds/feed.json",
                "/tags/shared/rss.xml",
                "/sitemap-pages.xml",
                "/sitemap-posts-1.xml",
                "/api/feed/posts",
                "/api/feed/posts?fields=title,html,text&limit=20",
                "/api/feed/posts?tag=nightjar",
                "/api/feed/posts/0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f",
                "/api/feed/series",
                "/api/feed/tags",
                "/api/feed/search?q=loader"
            })
    void noAddressSaysAnythingOfAPostWhoseLabelWasRaised(String address) {
        slice.publish(theOther("older").publishedAt(NOON.minusSeconds(60)));
        slice.publish(theOther("newer").publishedAt(NOON.plusSeconds(60)));
        slice.publish(thePost(1).marked("CLEAR"));
        var before = body(slice.client(), address);

        slice.publish(thePost(2).marked("AMBER"));

        assertThat(body(slice.client(), address))
                .isNotEqualTo(before)
                .satisfies(body -> assertThat(body.replace(address.replaceFirst(".*q=", ""), ""))
                        .doesNotContainIgnoringCase(MARKER)
                        .doesNotContain("restricted", ID.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tags/birds", "/authors/birds", "/tags/birds/rss.xml"})
    void whatWasRenamedDoesNotTellTheNewNameToThoseWhoReadNoPostOfIt(String address) {
        slice.redirect("/tags/birds", "/tags/nightjar");
        slice.redirect("/authors/birds", "/authors/nightjar");
        slice.publish(thePost(1).marked("CLEAR"));
        var before = slice.client().get().uri(address).exchange();

        slice.publish(thePost(2).marked("RED"));

        before.expectStatus().isEqualTo(301);
        slice.client().get().uri(address).exchange().expectStatus().isNotFound();
    }

    @Test
    void anybodyElseIsToldWhatIsToldOfAnUnknownPost() {
        slice.publish(thePost(1).marked("RED"));

        var restricted = slice.client().get().uri("/posts/restricted").exchange();

        restricted.expectStatus().isNotFound();
        assertThat(body(slice.client(), "/posts/restricted")).isEqualTo(body(slice.client(), "/posts/nothing"));
        assertThat(body(slice.clientWithRole("reader"), "/posts/before"))
                .isEqualTo(body(slice.client(), "/posts/nothing"));
    }

    @Test
    void anEditorReadsItWithItsLabelAndNoCacheKeepsIt() {
        slice.publish(thePost(1).marked("AMBER+STRICT"));

        var answer =
                slice.clientWithRole("editor").get().uri("/posts/restricted").exchange();

        answer.expectStatus().isOk().expectHeader().valueEquals("Cache-Control", "private, no-store");
        var page = Jsoup.parse(body(slice.clientWithRole("editor"), "/posts/restricted"));
        assertThat(page.select("h1").text()).contains(MARKER);
        assertThat(page.select(".tlp.tlp-amber-strict").text()).isEqualTo("TLP:AMBER+STRICT");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("A post marked TLP:AMBER+STRICT.");
        assertThat(page.select("meta[property], script[type]")).isEmpty();
    }

    @Test
    void whatAnEditorReadIsNotShownToTheNextReader() {
        slice.publish(thePost(1).marked("RED"));
        var read = body(slice.clientWithRole("editor"), "/posts/restricted");

        var next = body(slice.client(), "/posts/restricted");

        assertThat(List.of(read.contains(MARKER), next.contains(MARKER))).containsExactly(true, false);
    }

    @Test
    void anEditorIsLedFromAFormerAddress() {
        slice.publish(thePost(1).marked("GREEN"));

        var answer = slice.clientWithRole("editor").get().uri("/posts/before").exchange();

        answer.expectStatus().isEqualTo(301);
        answer.expectHeader().location("https://blog.example.org/posts/restricted");
        answer.expectHeader().valueEquals("Cache-Control", "private, no-store");
    }

    @Test
    void anEditorReadsAPublicPostAsEverybodyDoes() {
        slice.publish(theOther("older"));

        var read = body(slice.clientWithRole("editor"), "/posts/older");

        assertThat(read).isEqualTo(body(slice.client(), "/posts/older"));
    }

    @Test
    void aRestrictedPostThatWasWithdrawnDoesNotExistForAnybody() {
        slice.publish(thePost(1).marked("RED"));

        slice.save(new Tombstone(ID, 2, "restricted", List.of("before"), MARKER, NOON, Tlp.RED));

        assertThat(List.of(slice.client(), slice.clientWithRole("editor")))
                .allSatisfy(client -> client.get()
                        .uri("/posts/restricted")
                        .exchange()
                        .expectStatus()
                        .isNotFound());
        slice.client()
                .get()
                .uri("/api/feed/posts/" + ID)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aPostWhoseLabelIsLoweredIsPublished() {
        slice.publish(thePost(1).marked("RED"));

        slice.publish(thePost(2).marked("CLEAR"));

        assertThat(List.of("/", "/posts/restricted", "/feeds/rss.xml", "/api/feed/posts/" + ID, "/search?q=loader"))
                .allSatisfy(address -> assertThat(body(slice.client(), address)).contains(MARKER));
    }

    private static PublicPosts thePost(int revision) {
        return aPost().id(ID)
                .revision(revision)
                .slug("restricted")
                .formerSlugs("before")
                .title("The " + MARKER)
                .standfirst("Of a " + MARKER + ".")
                .text("A loader and a " + MARKER + ".")
                .html("<p>A loader and a " + MARKER + ".</p>")
                .tagged(MARKER, "shared")
                .by(MARKER, MARKER)
                .inSeries(MARKER, MARKER)
                .publishedAt(NOON);
    }

    private static PublicPosts theOther(String slug) {
        return aPost().slug(slug).text("A loader.").tagged("shared");
    }

    private static String body(WebTestClient client, String address) {
        var body = client.get()
                .uri(address)
                .header("Accept", "*/*")
                .exchange()
                .returnResult(byte[].class)
                .getResponseBodyContent();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
