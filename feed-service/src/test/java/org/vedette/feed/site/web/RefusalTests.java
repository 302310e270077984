package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Tombstone;

class RefusalTests extends SitePages {

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
}
