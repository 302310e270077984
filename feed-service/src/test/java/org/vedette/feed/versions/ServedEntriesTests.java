package org.vedette.feed.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.EntriesContract;
import org.vedette.feed.entries.Entry;

class ServedEntriesTests extends EntriesContract {

    private static final Instant NOW = Instant.parse("2026-11-20T10:11:12.345Z");

    private final InMemoryProjectionVersions editions = new InMemoryProjectionVersions();
    private final ServedEntries entries = new ServedEntries(editions);

    @Override
    protected Entries entries() {
        return entries;
    }

    @Test
    void whatIsKeptIsInEveryEditionThatIsInUse() {
        rebuildAndSwitch();
        claim();
        var entry = new Entry(aPost().build(), null, NOW);

        assertThat(entries.save(entry).block()).isTrue();

        assertThat(List.of("entries", "entries_1", "entries_2"))
                .allSatisfy(edition -> assertThat(editions.entries(edition)
                                .find(List.of(entry.id()))
                                .blockFirst())
                        .isEqualTo(entry));
    }

    @Test
    void theEditionThatIsCurrentAtFirstIsServedUntilItIsTold() {
        var old = new Entry(aPost().build(), null, NOW);
        assertThat(entries.save(old).block()).isTrue();
        assertThat(entries.find(List.of(old.id())).blockFirst()).isEqualTo(old);

        rebuildAndSwitch();

        assertThat(entries.find(List.of(old.id())).blockFirst()).isEqualTo(old);
        entries.serve("entries_1");
        assertThat(entries.find(List.of(old.id())).collectList().block()).isEmpty();
    }

    private void rebuildAndSwitch() {
        claim();
        var claimed = editions.catalogue().blockOptional().orElseThrow();
        var rebuild = claimed.running(NOW).orElseThrow();
        var report = Report.failed(rebuild, NOW, "whatever");
        assertThat(editions.replace(claimed, claimed.switched(rebuild, NOW, report))
                        .block())
                .isTrue();
    }

    private void claim() {
        var before = editions.catalogue().blockOptional().orElseThrow();
        var claimed = before.claimed(before.newRebuild("here", NOW, Duration.ofMinutes(1)));
        assertThat(editions.replace(before, claimed).block()).isTrue();
    }
}
