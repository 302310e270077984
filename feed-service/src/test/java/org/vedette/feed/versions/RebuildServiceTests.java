package org.vedette.feed.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.versions.Report.Outcome;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class RebuildServiceTests {

    private static final Instant START = Instant.parse("2026-11-20T10:11:12.345Z");
    private static final RebuildProgress READ = new RebuildProgress(5, 6, 6, 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final InMemoryProjectionVersions editions = new InMemoryProjectionVersions();
    private final ServedEntries entries = new ServedEntries(editions);
    private final RebuildService service = service("here");
    private final RebuildService another = service("there");

    @Test
    void ofManyWhoWouldRebuildOneDoes() {
        var claims = Flux.range(0, 16)
                .flatMap(each -> service("instance-" + each).claim())
                .collectList()
                .block();

        assertThat(claims).singleElement().extracting(Rebuild::edition).isEqualTo("entries_1");
    }

    @Test
    void whoIsHeardOfKeepsItsClaim() {
        var mine = claim(service);
        pass(Duration.ofSeconds(50));
        var renewed = service.renew(mine, READ).block();
        pass(Duration.ofSeconds(50));

        assertThat(another.claim().blockOptional()).isEmpty();
        assertThat(catalogue().rebuild()).isEqualTo(renewed);
    }

    @Test
    void whoWasNotHeardOfLosesItsClaimAndWhatItMade() {
        var mine = claim(service);
        rebuild(mine, entry(aPost()));
        pass(Duration.ofSeconds(61));

        var others = claim(another);

        assertThat(others.edition()).isEqualTo("entries_2");
        assertThat(editions.stored().collectList().block()).doesNotContain("entries_1");
        StepVerifier.create(service.renew(mine, READ)).verifyError(ClaimLost.class);
        StepVerifier.create(service.complete(mine, true)).verifyError(ClaimLost.class);
        assertThat(catalogue().current()).isEqualTo("entries");
    }

    @Test
    void whatWasRebuiltIsServedWhenNothingIsMissing() {
        var kept = entry(aPost());
        assertThat(entries.save(kept).block()).isTrue();
        var mine = claim(service);
        rebuild(mine, kept, entry(aPost()));

        var report = service.complete(service.renew(mine, READ).blockOptional().orElseThrow(), false)
                .blockOptional()
                .orElseThrow();

        assertThat(report)
                .isEqualTo(new Report(Outcome.SWITCHED, "Every post is there.", "here", START, START, READ, 2, 1, 0));
        assertThat(catalogue().current()).isEqualTo("entries_1");
        assertThat(catalogue().retired())
                .containsExactly(new VersionRegistry.Retired("entries", START.plus(Duration.ofMinutes(10))));
    }

    @Test
    void whatComesDuringARebuildIsNotMissing() {
        var mine = claim(service);
        assertThat(entries.save(entry(aPost())).block()).isTrue();

        var report = service.complete(mine, false).blockOptional().orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED);
    }

    @Test
    void noPostVanishesUnlessThatIsWanted() {
        var lost = entry(aPost());
        var older = entry(aPost().revision(2));
        assertThat(entries.save(List.of(lost, older)).block()).hasSize(2);
        var mine = claim(service);
        rebuild(mine, entry(aPost().id(older.id()).revision(1)));

        var report = service.complete(mine, false).blockOptional().orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.missing()).isEqualTo(2);
        assertThat(report.detail()).contains(lost.id().toString(), "evenIfPostsAreMissing=true");
        assertThat(catalogue().current()).isEqualTo("entries");
        assertThat(editions.stored().collectList().block()).containsExactly("entries");
    }

    @Test
    void whoWantsItGivesPostsUp() {
        assertThat(entries.save(entry(aPost())).block()).isTrue();
        var mine = claim(service);

        var report = service.complete(mine, true).blockOptional().orElseThrow();

        assertThat(report.outcome()).isEqualTo(Outcome.SWITCHED);
        assertThat(report.missing()).isEqualTo(1);
    }

    @Test
    void aRebuildThatFailedLeavesNothingBehindButItsReason() {
        var mine = claim(service);
        rebuild(mine, entry(aPost()));

        var report = service.fail(mine, "no broker").block();

        assertThat(catalogue().last()).isEqualTo(report);
        assertThat(catalogue().rebuild()).isNull();
        assertThat(editions.stored().collectList().block()).doesNotContain("entries_1");
        assertThat(claim(another).edition()).isEqualTo("entries_2");
    }

    @Test
    void whatIsLaterThanAClaimIsNoLeftover() {
        assertThat(editions.entries("entries_9").save(entry(aPost())).block()).isTrue();
        assertThat(editions.entries("entries").save(entry(aPost())).block()).isTrue();

        var unused = claim(service);

        assertThat(editions.stored().collectList().block()).containsExactlyInAnyOrder("entries", "entries_9");
    }

    private RebuildService service(String instance) {
        return new RebuildService(editions, clock, instance, Duration.ofMinutes(10));
    }

    private static Rebuild claim(RebuildService service) {
        return service.claim().blockOptional().orElseThrow();
    }

    private void rebuild(Rebuild rebuild, Entry... kept) {
        assertThat(service.save(rebuild, List.of(kept)).block()).isEqualTo(kept.length);
    }

    private VersionRegistry catalogue() {
        return editions.catalogue().blockOptional().orElseThrow();
    }

    private static Entry entry(PublicPosts post) {
        return new Entry(post.build(), null, START);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
