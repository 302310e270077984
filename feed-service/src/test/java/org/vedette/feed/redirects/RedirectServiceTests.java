package org.vedette.feed.redirects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.testsupport.events.PublicPosts;

class RedirectServiceTests {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final UUID ID = UUID.fromString("0192f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");

    private final Redirects redirects = new Redirects();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final InMemoryEntries entries = new InMemoryEntries();
    private final RedirectService service = new RedirectService(redirects, timeline);

    @BeforeEach
    void load() {
        redirects.replaceAll(Map.of());
        entries.loadInto(timeline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/posts/nightjar", "/posts/former", "/tags/nightjars", "/authors/ada-nightjar", "/posts/nothing"
            })
    void anAddressThatLeadsToWhatThePublicMustNotSeeLeadsNowhere(String target) {
        redirects.apply("/old", target);
        save(new Entry(thePost(1).marked("RED").build(), null, NOON));

        assertThat(service.find("/old")).isEmpty();
        assertThat(service.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/nightjar", "/posts/former", "/tags/nightjars", "/authors/ada-nightjar"})
    void itLeadsThereAsLongAsThePostIsPublic(String target) {
        redirects.apply("/old", target);
        save(new Entry(thePost(1).build(), null, NOON));

        var before = service.find("/old");
        save(new Entry(thePost(2).marked("AMBER").build(), null, NOON));

        assertThat(before).contains(target);
        assertThat(service.find("/old")).isEmpty();
    }

    @Test
    void itLeadsToThePageThatSaysWhyAPostWasWithdrawnUnlessItIsRestricted() {
        redirects.apply("/old", "/posts/nightjar");
        save(new Tombstone(ID, 1, "nightjar", List.of(), "It was wrong.", NOON, Tlp.CLEAR));

        var before = service.find("/old");
        save(new Tombstone(ID, 2, "nightjar", List.of(), "It was wrong.", NOON, Tlp.RED));

        assertThat(before).contains("/posts/nightjar");
        assertThat(service.find("/old")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/archive/2016", "/series/weekly-brief", "/tags", "/authors"})
    void pagesThatAreAlwaysThereAreFound(String target) {
        redirects.apply("/old", target);

        assertThat(service.find("/old")).contains(target);
    }

    @Test
    void nothingIsKnownForSureBeforeTheTimelineIsLoaded() {
        assertThat(new RedirectService(redirects, new CurrentTimeline()).isComplete())
                .isFalse();
    }

    private void save(ProjectedPost post) {
        assertThat(entries.save(post).block()).isTrue();
        entries.loadInto(timeline);
    }

    private static PublicPosts thePost(int revision) {
        return aPost().id(ID)
                .revision(revision)
                .slug("nightjar")
                .formerSlugs("former")
                .tagged("nightjars")
                .byAuthor("Ada Nightjar", "ada-nightjar");
    }
}
