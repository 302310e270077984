package org.vedette.feed.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.timeline.Position;

class CutoverTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");

    private final InMemoryProjectionVersions editions = new InMemoryProjectionVersions();
    private final ServedEntries entries = new ServedEntries(editions);
    private final CurrentTimeline timeline = new CurrentTimeline(entries);
    private final Cutover succession = new Cutover(editions, entries, timeline);

    /**
     * Changes are taken over all the time, and the instance moves to and fro: it never shows less than before. What is only
     * in the newer edition yet may come and go, since nobody moves back but this test.
     */
    @Test
    void whileChangesComeNothingThatWasAnnouncedVanishes() throws Exception {
        timeline.load().block();
        Set<UUID> announced = ConcurrentHashMap.newKeySet();
        var writer = Executors.newSingleThreadExecutor();
        var writing = writer.submit(() -> {
            for (var count = 0; count < 2_000; count++) {
                var entry = new Entry(aPost().build(), null, NOW);
                for (var edition : List.of("entries_1", "entries")) {
                    assertThat(editions.entries(edition).save(entry).block()).isTrue();
                }
                var unused = timeline.include(List.of(entry));
                announced.add(entry.id());
            }
        });

        for (var turn = 0; !writing.isDone(); turn++) {
            var before = Set.copyOf(announced);
            succession.moveTo(turn % 2 == 0 ? "entries_1" : "entries").block();
            assertThat(shown()).containsAll(before);
        }
        writing.get(10, TimeUnit.SECONDS);
        writer.shutdown();

        assertThat(timeline.get().size()).isEqualTo(2_000);
    }

    private Set<UUID> shown() {
        var ids = new HashSet<UUID>();
        timeline.get().all().map(Position::id).forEach(ids::add);
        return ids;
    }
}
