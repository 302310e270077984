package org.vedette.feed.site.web;

import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;

class CachingTests extends SitePageTests {

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
    void aPageOfTheSameDateIsNotSentAgain() {
        slice.publish(aPost().slug("waits"));
        var date = date("/posts/waits");

        var response = ask("/posts/waits", date);

        response.expectStatus().isNotModified();
    }

    @Test
    void aReplicaWithChangesItHasNotAppliedGoesByNoDate() {
        slice.publish(aPost().slug("waits"));
        var date = date("/posts/waits");

        slice.fallBehind();

        ask("/posts/waits", date).expectStatus().isOk().expectHeader().doesNotExist("Last-Modified");
    }

    @Test
    void aReplicaThatDoesNotHearFromTheBrokerGoesByNoDateButByTheTag() {
        slice.publish(aPost().slug("waits"));
        var date = date("/posts/waits");
        var tag = slice.tag("/posts/waits");

        slice.passWithoutBroker(Duration.ofMillis(1_001));

        ask("/posts/waits", date).expectStatus().isOk().expectHeader().doesNotExist("Last-Modified");
        slice.client()
                .get()
                .uri("/posts/waits")
                .ifNoneMatch(tag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void aLateEventMakesThePageNewerWhateverItsOwnTime() {
        slice.publish(aPost().slug("waits").publishedAt(JUNE_30));
        var before = date("/posts/waits");

        slice.save(new Entry(
                aPost().publishedAt(JUNE_30.plusSeconds(60)).build(), null, WebSlice.CHANGED.minusSeconds(3600)));

        var after = date("/posts/waits");
        ask("/posts/waits", before).expectStatus().isOk();
        ask("/posts/waits", after).expectStatus().isNotModified();
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

    /** The date of what is at an address now, once it is old enough to have one. */
    private String date(String path) {
        ask(path, null).expectStatus().isOk().expectHeader().doesNotExist("Last-Modified");
        slice.pass(Duration.ofMinutes(1));
        var headers = ask(path, null).returnResult(byte[].class).getResponseHeaders();
        return Objects.requireNonNull(headers.getFirst("Last-Modified"));
    }

    private WebTestClient.ResponseSpec ask(String path, @Nullable String ifModifiedSince) {
        var request = slice.client().get().uri(path);
        if (ifModifiedSince != null) {
            request.header("If-Modified-Since", ifModifiedSince);
        }
        return request.exchange();
    }
}
