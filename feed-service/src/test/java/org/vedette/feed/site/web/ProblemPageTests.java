package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Tombstone;
import org.vedette.starter.problems.StandardProblem;

class ProblemPageTests extends SitePageTests {

    @Test
    void aWithdrawnPostSaysWhyItWasWithdrawn() {
        slice.save(new Tombstone(
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
    void aProgramGetsProblemDetails() {
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
    void anAddressWithNothingHasTheTypeAndTheTitleThatAllServicesGiveIt() {
        var response = slice.client()
                .get()
                .uri("/imprint")
                .accept(MediaType.APPLICATION_JSON)
                .exchange();

        response.expectBody()
                .jsonPath("$.type")
                .isEqualTo(StandardProblem.NOT_FOUND.uri().toString())
                .jsonPath("$.title")
                .isEqualTo(StandardProblem.NOT_FOUND.title());
    }

    @Test
    void aClientThatAcceptsAnythingGetsThePage() {
        var response =
                slice.client().get().uri("/posts/nothing").accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType("text/html;charset=UTF-8");
    }

    @Test
    void anApiAddressGetsProblemDetailsEvenForAClientThatAcceptsAnything() {
        var response =
                slice.client().get().uri("/api/nothing").accept(MediaType.ALL).exchange();

        response.expectStatus().isNotFound().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "'text/html,*/*;q=0.8', text/html",
        "'text/*', text/html",
        "'text/html;q=0', application/problem+json",
        "'text/html;q=0,*/*', application/problem+json",
        "'TEXT/HTML;q=0.1', text/html",
        "'nonsense', application/problem+json"
    })
    void aClientThatRefusesHtmlGetsProblemDetails(String accepted, String type) {
        var response = slice.client()
                .get()
                .uri("/posts/nothing")
                .header("Accept", accepted)
                .exchange();

        response.expectStatus().isNotFound().expectHeader().contentTypeCompatibleWith(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/posts/x", "/api/feed/posts", "/api/feed/search", "/feeds/rss.xml", "/live", "/robots.txt"
            })
    void writesAreNotAllowed(String path) {
        var response = slice.client()
                .post()
                .uri(path)
                .accept(MediaType.APPLICATION_JSON)
                .exchange();

        response.expectStatus().isEqualTo(405).expectHeader().valueEquals("Allow", "GET, HEAD, OPTIONS");
        response.expectBody().jsonPath("$.type").isEqualTo("urn:vedette:problem:method-not-allowed");
    }

    @Test
    void optionsNameTheAllowedMethods() {
        var response = slice.client().options().uri("/posts/x").exchange();

        var allowed = response.expectStatus().isOk().returnResult(byte[].class).getResponseHeaders();
        assertThat(allowed.getAllow()).containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    }

    @Test
    void aPageHasRetryAfterWhileTheStoreIsUnavailable() {
        slice.publish(aPost().slug("waits"));
        slice.entries.fail();

        var response = slice.client()
                .get()
                .uri("/posts/waits")
                .accept(MediaType.TEXT_HTML)
                .exchange();

        response.expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "30");
    }
}
