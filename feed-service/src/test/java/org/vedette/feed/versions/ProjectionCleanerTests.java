package org.vedette.feed.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.updates.RecordingFollower;
import org.vedette.feed.entries.updates.TimelineSubscribers;

class ProjectionCleanerTests {

    private static final Instant START = Instant.parse("2026-11-20T10:11:12.345Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final InMemoryProjectionVersions editions = new InMemoryProjectionVersions();
    private final ServedEntries entries = new ServedEntries(editions);
    private final CurrentTimeline timeline = new CurrentTimeline(entries);
    private final RecordingFollower follower = new RecordingFollower();
    private final TimelineSubscribers followers = new TimelineSubscribers(List.of(follower), timeline::everything);
    private final RebuildService service = new RebuildService(editions, clock, "here", Duration.ofMinutes(10));
    private final ProjectionCleaner caretaker =
            new ProjectionCleaner(editions, new Cutover(editions, entries, timeline), followers, clock);

    @BeforeEach
    void load() {
        timeline.load().block();
    }

    @AfterEach
    void close() {
        caretaker.close();
        followers.close();
    }

    @Test
    void anInstanceMovesOnWithItsTimelineAndItsFollowers() {
        var rebuilt = entry();
        rebuildWith(rebuilt);

        caretaker.look();

        assertThat(entries.edition()).contains("entries_1");
        assertThat(timeline.get().find(rebuilt.id())).contains(rebuilt.position());
        await().untilAsserted(() -> assertThat(follower.everything).containsExactly(rebuilt));
    }

    @Test
    void aChangeThatCameMeanwhileIsThereAfterwards() {
        rebuildWith(entry());
        var meanwhile = entry();
        assertThat(entries.save(meanwhile).block()).isTrue();
        var unused = timeline.include(List.of(meanwhile));

        caretaker.look();

        assertThat(timeline.get().find(meanwhile.id())).contains(meanwhile.position());
        assertThat(timeline.get().size()).isEqualTo(2);
    }

    @Test
    void anInstanceThatServesTheRightEditionStays() {
        var before = timeline.get();

        caretaker.look();

        assertThat(timeline.get()).isSameAs(before);
    }

    @Test
    void anEditionThatWasReplacedIsKeptForAWhile() {
        assertThat(entries.save(entry()).block()).isTrue();
        rebuildWith(entry());

        pass(Duration.ofMinutes(9));
        caretaker.look();
        assertThat(editions.stored().collectList().block()).contains("entries");

        pass(Duration.ofMinutes(2));
        caretaker.look();
        assertThat(editions.stored().collectList().block()).containsExactly("entries_1");
        assertThat(catalogue().retired()).isEmpty();
    }

    @Test
    void whatADeadRebuildMadeIsDropped() {
        var claim = service.claim().blockOptional().orElseThrow();
        assertThat(service.save(claim, List.of(entry())).block()).isEqualTo(1);
        caretaker.look();
        assertThat(catalogue().rebuild()).isEqualTo(claim);

        pass(Duration.ofSeconds(61));
        caretaker.look();

        assertThat(catalogue().rebuild()).isNull();
        assertThat(catalogue().last()).isNotNull().extracting(Report::outcome).isEqualTo(Report.Outcome.FAILED);
        assertThat(editions.stored().collectList().block()).doesNotContain("entries_1");
    }

    private void rebuildWith(Entry rebuilt) {
        var claim = service.claim().blockOptional().orElseThrow();
        assertThat(service.save(claim, List.of(rebuilt)).block()).isEqualTo(1);
        assertThat(service.complete(claim, true).block()).isNotNull();
    }

    private VersionRegistry catalogue() {
        return editions.catalogue().blockOptional().orElseThrow();
    }

    private static Entry entry() {
        return new Entry(aPost().build(), null, START);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
