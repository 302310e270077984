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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import reactor.core.publisher.Mono;

class EntryProjectionTests {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryEntries entries = new InMemoryEntries();
    private final List<FeedChange> announced = new ArrayList<>();
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
    void onlyWhatBroughtSomethingNewerIsNamed() {
        var event = new PostPublished(aPost().build());

        var first = project(event);
        var again = project(event);

        assertThat(first).containsExactly(event.postId());
        assertThat(again).isEmpty();
    }

    @Test
    void everyInstanceIsToldWhatHappened() {
        var post = aPost().build();
        var revised = aPost().revision(2).build();
        var gone = new PostWithdrawn(UUID.randomUUID(), 3, "gone", List.of(), null, THEN);

        announce(new PostPublished(post), new PostRevised(revised, null), gone);

        assertThat(announced)
                .containsExactlyInAnyOrder(
                        new FeedChange(post.id(), 1, ChangeKind.PUBLISHED),
                        new FeedChange(revised.id(), 2, ChangeKind.REVISED),
                        new FeedChange(gone.postId(), 3, ChangeKind.WITHDRAWN));
    }

    @Test
    void ofAPostOnlyTheNewestChangeIsAnnounced() {
        var id = UUID.randomUUID();

        announce(revised(id, 2), revised(id, 4), revised(id, 3));

        assertThat(announced).containsExactly(new FeedChange(id, 4, ChangeKind.REVISED));
    }

    @Test
    void whatIsRevisedAtOnceIsNewForReaders() {
        var post = aPost().build();

        announce(revised(post.id(), 2), new PostPublished(post));

        assertThat(announced).containsExactly(new FeedChange(post.id(), 2, ChangeKind.PUBLISHED));
    }

    @Test
    void nothingIsAnnouncedWhenNothingWasProjected() {
        announce();

        assertThat(announced).isEmpty();
    }

    private static PostEvent revised(UUID id, long revision) {
        return new PostRevised(aPost().id(id).revision(revision).build(), null);
    }

    private void announce(PostEvent... events) {
        var happenings =
                Stream.of(events).map(event -> new ReceivedEvent(event, THEN)).toList();
        projection.announce(happenings).block();
    }

    @CanIgnoreReturnValue
    private Set<UUID> project(PostEvent event) {
        return projection
                .project(List.of(new ReceivedEvent(event, THEN)))
                .blockOptional()
                .orElseThrow();
    }

    private List<ProjectedPost> found(UUID id) {
        return entries.find(Set.of(id)).collectList().blockOptional().orElseThrow();
    }

    private Mono<Void> announce(Collection<FeedChange> changes) {
        return Mono.fromRunnable(() -> announced.addAll(changes));
    }
}
