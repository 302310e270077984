package org.vedette.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PostWithdrawn;
import org.vedette.feed.entries.ChangeKind;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.FeedChange;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.ReceivedEvent;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.entries.WritableEntries;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EntryProjectionTests {

    private static final Instant THEN = Instant.parse("2026-11-02T09:30:00Z");

    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final WritableEntries entries = versions.entries(VersionRegistry.FIRST_VERSION);
    private static final Map<Integer, Long> OFFSETS = Map.of(3, 8L);

    private final List<FeedChange> published = new ArrayList<>();
    private final EntryProjection projection = new EntryProjection(versions, this::publish);

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

        project(new PostWithdrawn(post.id(), 2, post.slug(), List.of(), "It was wrong.", THEN, null));

        assertThat(found(post.id()))
                .containsExactly(new Tombstone(post.id(), 2, post.slug(), List.of(), "It was wrong.", THEN));
    }

    @Test
    void onlyWhatBringsSomethingNewerIsCounted() {
        var event = new PostPublished(aPost().build());

        var first = project(event);
        var again = project(event);

        assertThat(first).isEqualTo(1);
        assertThat(again).isZero();
    }

    @Test
    void onlyWhatIsNewerInTheVersionThatIsServedIsCounted() {
        var post = aPost().build();
        assertThat(versions.entries("entries_1")
                        .save(new Entry(post, null, THEN))
                        .block())
                .isTrue();
        retireTheFirstVersion();

        var old = project(new PostPublished(post));
        var fresh = project(new PostPublished(aPost().build()));

        assertThat(found(post.id())).hasSize(1);
        assertThat(List.of(old, fresh)).containsExactly(0, 1);
    }

    @Test
    void theChangeOfEachPostIsPublishedToEveryInstance() {
        var post = aPost().build();
        var revised = aPost().revision(2).build();
        var withdrawn = new PostWithdrawn(UUID.randomUUID(), 3, "gone", List.of(), null, THEN, null);

        project(new PostPublished(post), new PostRevised(revised, null), withdrawn);

        assertThat(published)
                .containsExactlyInAnyOrder(
                        new FeedChange(post.id(), 1, ChangeKind.PUBLISHED),
                        new FeedChange(revised.id(), 2, ChangeKind.REVISED),
                        new FeedChange(withdrawn.postId(), 3, ChangeKind.WITHDRAWN));
    }

    @Test
    void ofAPostOnlyTheNewestChangeIsPublished() {
        var id = UUID.randomUUID();

        project(revised(id, 2), revised(id, 4), revised(id, 3));

        assertThat(published).containsExactly(new FeedChange(id, 4, ChangeKind.REVISED));
    }

    @Test
    void whatIsRevisedAtOnceIsNewForReaders() {
        var post = aPost().build();

        project(revised(post.id(), 2), new PostPublished(post));

        assertThat(published).containsExactly(new FeedChange(post.id(), 2, ChangeKind.PUBLISHED));
    }

    @Test
    void nothingIsPublishedWhenNothingWasProjected() {
        project();

        assertThat(published).isEmpty();
    }

    @Test
    void whatIsSavedIsInEveryVersionInUse() {
        startRebuild();
        var post = aPost().build();

        project(new PostPublished(post));

        assertThat(List.of("entries", "entries_1"))
                .allSatisfy(version -> assertThat(versions.entries(version)
                                .find(Set.of(post.id()))
                                .blockFirst())
                        .isEqualTo(new Entry(post, null, THEN)));
    }

    @Test
    void theOffsetsOfEveryVersionAreRaised() {
        versions.recordOffsets("entries", Map.of(3, 2L, 4, 9L)).block();
        versions.recordOffsets("entries_1", Map.of()).block();
        startRebuild();

        project(new PostPublished(aPost().build()));

        assertThat(versions.offsets("entries").block()).isEqualTo(complete(Map.of(3, 8L, 4, 9L)));
        assertThat(versions.offsets("entries_1").block()).isEqualTo(complete(OFFSETS));
    }

    @Test
    void aVersionWithoutOffsetsIsMarkedAsIncompleteBeforeAnythingIsSaved() {
        versions.entries("entries").fail();

        StepVerifier.create(projection.project(
                        List.of(new ReceivedEvent(new PostPublished(aPost().build()), THEN)), OFFSETS))
                .verifyError(EntriesUnavailableException.class);

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(Map.of(), true));
    }

    @Test
    void aStoreThatKnowsLessThanWasRecordedIsMarkedAsIncomplete() {
        versions.recordOffsets("entries", Map.of()).block();
        project(new PostPublished(aPost().build()));
        versions.restore("entries", Map.of(3, 2L));

        project(new PostPublished(aPost().build()));

        assertThat(versions.offsets("entries").block()).isEqualTo(new ProjectedOffsets(OFFSETS, true));
    }

    @Test
    void offsetsAreNotRaisedWhenTheChangesCannotBePublished() {
        versions.recordOffsets("entries", Map.of()).block();
        var unheard = new EntryProjection(versions, changes -> Mono.error(new IllegalStateException("no broker")));

        StepVerifier.create(
                        unheard.project(List.of(new ReceivedEvent(new PostPublished(aPost().build()), THEN)), OFFSETS))
                .verifyErrorMessage("no broker");

        assertThat(versions.offsets("entries").block()).isEqualTo(complete(Map.of()));
    }

    private void startRebuild() {
        var before = VersionRegistry.first();
        replaceRegistry(before.started(before.newRebuild("here", THEN, Duration.ofMinutes(1))));
    }

    private void retireTheFirstVersion() {
        var retired = new VersionRegistry.Retired(VersionRegistry.FIRST_VERSION, THEN.plusSeconds(60));
        replaceRegistry(new VersionRegistry(1, 1, "entries_1", null, List.of(retired), null));
    }

    private void replaceRegistry(VersionRegistry next) {
        assertThat(versions.replace(VersionRegistry.first(), next).block()).isTrue();
    }

    private static PostEvent revised(UUID id, long revision) {
        return new PostRevised(aPost().id(id).revision(revision).build(), null);
    }

    @CanIgnoreReturnValue
    private int project(PostEvent... events) {
        var received =
                Stream.of(events).map(event -> new ReceivedEvent(event, THEN)).toList();
        return projection.project(received, OFFSETS).blockOptional().orElseThrow();
    }

    private List<ProjectedPost> found(UUID id) {
        return entries.find(Set.of(id)).collectList().blockOptional().orElseThrow();
    }

    private Mono<Void> publish(Collection<FeedChange> changes) {
        return Mono.fromRunnable(() -> published.addAll(changes));
    }

    private static ProjectedOffsets complete(Map<Integer, Long> next) {
        return new ProjectedOffsets(next, false);
    }
}
