package org.vedette.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.EntriesUnavailableException;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.InMemoryEntries;
import org.vedette.feed.projection.Rebuild.MissingPosts;
import org.vedette.feed.projection.RebuildReport.Outcome;
import org.vedette.feed.timeline.Timeline;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class RebuildServiceTests {

    private static final Instant START = Instant.parse("2026-11-20T10:11:12.345Z");
    private static final Rebuild.Progress READ = new Rebuild.Progress(5, 6, 6, 1);

    private static final Map<Integer, Long> OFFSETS = Map.of(2, 7L);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final CurrentTimeline timeline = new CurrentTimeline();
    private final InMemoryEntries entries = versions.entries(VersionRegistry.FIRST_VERSION);
    private final RebuildService service = service("here");
    private final RebuildService another = service("there");

    @Test
    void ofManyInstancesOneRebuilds() {
        var claims = Flux.range(0, 16)
                .flatMap(each -> service("instance-" + each).begin())
                .collectList()
                .block();

        assertThat(claims).singleElement().extracting(Rebuild::version).isEqualTo("entries_1");
    }

    @Test
    void anInstanceThatRenewsItsLeaseKeepsIt() {
        var mine = begin(service);
        pass(Duration.ofSeconds(50));
        var renewed = service.renew(mine, READ).block();
        pass(Duration.ofSeconds(50));

        assertThat(another.begin().blockOptional()).isEmpty();
        assertThat(registry().rebuild()).isEqualTo(renewed);
    }

    @Test
    void theLeaseIsRenewedWhileALongComparisonRuns() {
        entries.slowDown(Duration.ofMinutes(2));
        var mine = begin(service);
        var others = new ArrayList<Rebuild>();
        var comparison = StepVerifier.withVirtualTime(() -> service.complete(mine, OFFSETS, MissingPosts.REFUSE))
                .expectSubscription();

        for (var seconds = 15; seconds < 120; seconds += 15) {
            comparison = comparison
                    .then(() -> pass(Duration.ofSeconds(15)))
                    .thenAwait(Duration.ofSeconds(15))
                    .then(() -> another.begin().blockOptional().ifPresent(others::add));
        }

        comparison
                .thenAwait(Duration.ofSeconds(15))
                .assertNext(report -> assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED))
                .verifyComplete();
        assertThat(others).isEmpty();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aSwitchIsNotLoggedWhenTheLeaseWasLost(CapturedOutput output) {
        var mine = begin(service);
        pass(Duration.ofSeconds(61));
        var unused = begin(another);

        StepVerifier.create(service.complete(mine, OFFSETS, MissingPosts.DROP))
                .verifyError(RebuildService.LeaseLostException.class);

        assertThat(output.getOut()).doesNotContain("Rebuild of entries_1 ended");
    }

    @Test
    void anExpiredLeaseIsLostWithWhatWasBuilt() {
        var mine = begin(service);
        rebuild(mine, entry(aPost()));
        pass(Duration.ofSeconds(61));

        var others = begin(another);

        assertThat(others.version()).isEqualTo("entries_2");
        assertThat(versions.stored().collectList().block()).doesNotContain("entries_1");
        StepVerifier.create(service.renew(mine, READ)).verifyError(RebuildService.LeaseLostException.class);
        StepVerifier.create(service.complete(mine, OFFSETS, MissingPosts.DROP))
                .verifyError(RebuildService.LeaseLostException.class);
        assertThat(registry().current()).isEqualTo("entries");
    }

    @Test
    void whatWasRebuiltIsServedWhenNothingIsMissing() {
        var kept = entry(aPost());
        assertThat(entries.save(kept).block()).isTrue();
        var mine = begin(service);
        rebuild(mine, kept, entry(aPost()));

        var report = service.complete(
                        service.renew(mine, READ).blockOptional().orElseThrow(), OFFSETS, MissingPosts.REFUSE)
                .blockOptional()
                .orElseThrow();

        assertThat(report)
                .isEqualTo(new RebuildReport(
                        Outcome.SWITCHED, "Every post is there.", "here", START, START, READ, 2, 1, 0));
        assertThat(registry().current()).isEqualTo("entries_1");
        assertThat(registry().retired())
                .containsExactly(new VersionRegistry.Retired("entries", START.plus(Duration.ofMinutes(10))));
    }

    @Test
    void whatComesDuringARebuildIsNotMissing() {
        var mine = begin(service);
        var meanwhile = entry(aPost());
        assertThat(entries.save(meanwhile).block()).isTrue();
        rebuild(mine, meanwhile);

        var report = service.complete(mine, OFFSETS, MissingPosts.REFUSE)
                .blockOptional()
                .orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED);
    }

    @Test
    void noPostVanishesUnlessThatIsWanted() {
        var lost = entry(aPost());
        var older = entry(aPost().revision(2));
        assertThat(entries.save(List.of(lost, older)).block()).hasSize(2);
        var mine = begin(service);
        rebuild(mine, entry(aPost().id(older.id()).revision(1)));

        var report = service.complete(mine, OFFSETS, MissingPosts.REFUSE)
                .blockOptional()
                .orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.missing()).isEqualTo(2);
        assertThat(report.detail()).contains(lost.id().toString(), "evenIfPostsAreMissing=true");
        assertThat(registry().current()).isEqualTo("entries");
        assertThat(versions.stored().collectList().block()).containsExactly("entries");
    }

    @Test
    void missingPostsAreDroppedWhenThatIsWanted() {
        assertThat(entries.save(entry(aPost())).block()).isTrue();
        var mine = begin(service);

        var report = service.complete(mine, OFFSETS, MissingPosts.DROP)
                .blockOptional()
                .orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED);
        assertThat(report.missing()).isEqualTo(1);
    }

    @Test
    void missingPostsAreCopiedWhenTheStoreIsRecovered() {
        var known = entry(aPost());
        assertThat(entries.save(known).block()).isTrue();
        var mine = begin(service);

        var report = service.complete(mine, OFFSETS, MissingPosts.COPY)
                .blockOptional()
                .orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED);
        assertThat(report.detail()).contains("copied");
        assertThat(versions.entries("entries_1").find(List.of(known.id())).blockFirst())
                .isEqualTo(known);
    }

    @Test
    void aRebuiltVersionKnowsTheOffsetsItWasReadTo() {
        var mine = begin(service);
        versions.raiseOffsets(List.of("entries_1"), Map.of(2, 9L, 3, 1L)).block();

        assertThat(service.complete(mine, OFFSETS, MissingPosts.REFUSE).block()).isNotNull();

        assertThat(versions.offsets("entries_1").block()).isEqualTo(complete(Map.of(2, 9L, 3, 1L)));
    }

    /** Whatever step fails, the version before is current, or the rebuilt one is; repeating completes the rebuild. */
    @Test
    void aFailureAtAnyStepOfTheSwitchLosesNothing() {
        var failures = 0;
        for (var step = 1; step <= 8; step++) {
            versions.lose();
            failures += completeWithFailureAt(step) ? 1 : 0;
        }

        assertThat(failures).isGreaterThanOrEqualTo(6);
    }

    private boolean completeWithFailureAt(int step) {
        var known = entry(aPost());
        assertThat(versions.entries("entries").save(known).block()).isTrue();
        var mine = begin(service);
        rebuild(mine, known);
        var failing = new FailingProjectionVersions(versions, step);

        var failed = new RebuildService(failing, timeline, clock, "here", Duration.ofMinutes(10))
                .complete(mine, OFFSETS, MissingPosts.REFUSE)
                .map(report -> false)
                .onErrorReturn(EntriesUnavailableException.class, true)
                .blockOptional()
                .orElseThrow();

        assertThat(failed).isEqualTo(failing.hasFailed());
        assertThat(registry().current()).isEqualTo(failed ? "entries" : "entries_1");
        if (failed) {
            assertThat(service.complete(mine, OFFSETS, MissingPosts.REFUSE).block())
                    .isNotNull();
        }
        assertThat(registry().current()).isEqualTo("entries_1");
        assertThat(versions.entries("entries_1").find(List.of(known.id())).blockFirst())
                .isEqualTo(known);
        return failed;
    }

    @Test
    void aRebuildThatFailedLeavesNothingBehindButItsReason() {
        var mine = begin(service);
        rebuild(mine, entry(aPost()));

        var report = service.fail(mine, "no broker").block();

        assertThat(registry().lastReport()).isEqualTo(report);
        assertThat(registry().rebuild()).isNull();
        assertThat(versions.stored().collectList().block()).doesNotContain("entries_1");
        assertThat(begin(another).version()).isEqualTo("entries_2");
    }

    @Test
    void theNameOfAVersionThatIsServedIsNotReusedWhenTheStoreWasLostAgain() {
        timeline.load("entries_1", Timeline.EMPTY);
        versions.lose();

        var mine = begin(service);

        assertThat(mine.version()).isEqualTo("entries_2");
        assertThat(registry().generation()).isEqualTo(2);
    }

    @Test
    void theNameOfAVersionThatIsStoredIsNotReusedWhenTheRegistryIsOlder() {
        assertThat(versions.entries("entries_4").save(entry(aPost())).block()).isTrue();

        var mine = begin(service);

        assertThat(mine.version()).isEqualTo("entries_5");
    }

    @Test
    void aVersionOfALaterGenerationIsNoLeftover() {
        assertThat(versions.entries("entries_9").save(entry(aPost())).block()).isTrue();
        assertThat(versions.entries("entries").save(entry(aPost())).block()).isTrue();

        var unused = begin(service);

        assertThat(versions.stored().collectList().block()).containsExactlyInAnyOrder("entries", "entries_9");
    }

    private RebuildService service(String instance) {
        return new RebuildService(versions, timeline, clock, instance, Duration.ofMinutes(10));
    }

    private static Rebuild begin(RebuildService service) {
        return service.begin().blockOptional().orElseThrow();
    }

    private void rebuild(Rebuild rebuild, Entry... kept) {
        assertThat(service.save(rebuild, List.of(kept)).block()).isEqualTo(kept.length);
    }

    private VersionRegistry registry() {
        return versions.registry().blockOptional().orElseThrow();
    }

    private static Entry entry(PublicPosts post) {
        return new Entry(post.build(), null, START);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static ProjectedOffsets complete(Map<Integer, Long> next) {
        return new ProjectedOffsets(next, false);
    }
}
