package org.vedette.feed.site.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.WebSlice;
import org.vedette.feed.entries.Entry;
import org.vedette.testsupport.events.PublicPosts;

/** A store that lacks the entry of a post which the timeline has, or has one that cannot be read. */
class MissingEntryTests extends SitePageTests {

    private final PublicPosts post = anIssue("Weekly Brief", "weekly-brief")
            .slug("lost")
            .title("The lost one")
            .tagged("phishing")
            .by("Ada Example", null)
            .publishedAt(JUNE_30);
    private final UUID id = post.build().id();

    @BeforeEach
    void publish() {
        slice.publish(
                aPost().slug("kept").title("The kept one").tagged("phishing").publishedAt(JUNE_30.minusSeconds(60)));
        slice.publish(post);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/posts/kept",
                "/tags/phishing",
                "/series/weekly-brief",
                "/authors/ada-example",
                "/archive/2016/06",
                "/search?q=lost",
                "/feeds/rss.xml",
                "/tags/phishing/feed.json",
                "/api/feed/posts",
                "/api/feed/posts?fields=title,html",
                "/api/feed/series",
                "/api/feed/search?q=lost",
            })
    void nothingIsSentWithoutAPostThatTheStoreLacksUntilTheStoreHasIt(String path) {
        slice.entries.lose(id);

        assertThat(status(path)).isEqualTo(503);

        assertThat(slice.entries
                        .save(new Entry(post.build(), null, WebSlice.CHANGED))
                        .block())
                .isTrue();
        assertThat(status(path)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/lost", "/api/feed/posts/{id}"})
    void aPostThatTheStoreLacksIsNotTakenAsWithdrawn(String path) {
        slice.entries.lose(id);

        var status = status(path.replace("{id}", id.toString()));

        assertThat(status).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/lost", "/api/feed/posts/{id}"})
    void aPostThatIsUnreadableIsNotTakenAsWithdrawn(String path) {
        slice.entries.damage(id);

        var status = status(path.replace("{id}", id.toString()));

        assertThat(status).isEqualTo(503);
    }

    @Test
    void anUnreadablePostKeepsNoOtherFromBeingShown() {
        slice.entries.damage(id);

        var page = page("/tags/phishing");

        assertThat(page.text()).contains("The kept one").doesNotContain("The lost one");
    }

    private int status(String path) {
        return slice.client()
                .get()
                .uri(path)
                .exchange()
                .returnResult(byte[].class)
                .getStatus()
                .value();
    }
}
