package org.vedette.feed.site.web;

import static org.vedette.testsupport.events.PublicPosts.aPost;

import org.junit.jupiter.api.Test;

class CachingTests extends SitePages {

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
}
