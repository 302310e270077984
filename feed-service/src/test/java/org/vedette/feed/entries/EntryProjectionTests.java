package org.vedette.feed.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import reactor.core.publisher.Mono;

class EntryProjectionTests {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final List<FeedChanged> announced = new ArrayList<>();
    private final EntryProjection projection = new EntryProjection(entries, this::announce);

    @Test
    void aPublicationBecomesAnEntry() {
        var post = aPost().build();

        project(new PostPublished(post));

        assertThat(found(post.id())).containsExactly(new Entry(post, null, THEN));
    }

    @Test
    void aRevisionBringsItsCorrection() {
        var post = aPost().revision(2).build();

        project(new PostRevised(post, "The table was wrong."));

        assertThat(found(post.id())).containsExactly(new Entry(post, "The table was wrong.", THEN));
    }

    @Test
    void aWithdrawalLeavesATombstone() {
        var post = aPost().build();
        project(new PostPublished(post));

        project(new PostWithdrawn(post.id(), 2, post.slug(), List.of(), "It was wrong.", THEN));

        assertThat(found(post.id()))
                .containsExactly(new Tombstone(post.id(), 2, post.slug(), List.of(), "It was wrong.", THEN));
    }

    @Test
    void aRepetitionIsAnnouncedAgainSinceTheFirstMayNotHaveBeen() {
        var event = new PostPublished(aPost().build());
        project(event);

        var again = project(event);

        assertThat(again).isEqualTo(new FeedChanged(event.postId(), 1));
    }

    @Test
    void ofAPostOnlyTheNewestChangeIsAnnounced() {
        var id = UUID.randomUUID();

        projection
                .announce(List.of(new FeedChanged(id, 1), new FeedChanged(id, 3), new FeedChanged(id, 2)))
                .block();

        assertThat(announced).containsExactly(new FeedChanged(id, 3));
    }

    @Test
    void nothingIsAnnouncedWhenNothingWasProjected() {
        var announcement = projection.announce(List.of());

        announcement.block();

        assertThat(announced).isEmpty();
    }

    @CanIgnoreReturnValue
    private FeedChanged project(PostEvent event) {
        return projection.project(event, THEN).blockOptional().orElseThrow();
    }

    private List<Projected> found(UUID id) {
        return entries.find(Set.of(id)).collectList().blockOptional().orElseThrow();
    }

    private Mono<Void> announce(Collection<FeedChanged> changes) {
        return Mono.fromRunnable(() -> announced.addAll(changes));
    }
}
