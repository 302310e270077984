package org.vedette.feed.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.updates.TimelineSubscribers;
import org.vedette.feed.projection.Rebuild.MissingPosts;

class VersionWatcherTests {

    private static final Instant START = Instant.parse("2026-11-20T10:11:12.345Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) () -> now.get()).withZone(ZoneOffset.UTC);
    private final InMemoryProjectionVersions versions = new InMemoryProjectionVersions();
    private final RebuildService service =
            new RebuildService(versions, new CurrentTimeline(), clock, "here", Duration.ofMinutes(10));
    private final Cutover cutover = new Cutover(versions, new CurrentTimeline(), new TimelineSubscribers(List.of()));
    private final VersionWatcher watcher = new VersionWatcher(versions, cutover, clock);

    @Test
    void aVersionThatWasReplacedIsKeptForTheGracePeriod() {
        assertThat(versions.entries("entries").save(entry()).block()).isTrue();
        var rebuild = service.begin().blockOptional().orElseThrow();
        assertThat(service.save(rebuild, List.of(entry())).block()).isEqualTo(1);
        assertThat(service.complete(rebuild, Map.of(), MissingPosts.DROP).block())
                .isNotNull();

        pass(Duration.ofMinutes(9));
        check();
        assertThat(stored()).contains("entries");

        pass(Duration.ofMinutes(2));
        check();
        assertThat(stored()).containsExactly("entries_1");
        assertThat(registry().retired()).isEmpty();
    }

    @Test
    void whatARebuildBuiltIsDroppedWhenItsLeaseExpires() {
        var rebuild = service.begin().blockOptional().orElseThrow();
        assertThat(service.save(rebuild, List.of(entry())).block()).isEqualTo(1);

        check();
        assertThat(registry().rebuild()).isEqualTo(rebuild);

        pass(Duration.ofSeconds(61));
        check();
        assertThat(registry().rebuild()).isNull();
        assertThat(registry().lastReport())
                .isNotNull()
                .extracting(RebuildReport::outcome)
                .isEqualTo(RebuildReport.Outcome.FAILED);
        assertThat(stored()).doesNotContain("entries_1");
    }

    @Test
    void whatAnotherInstanceTookOutIsNotDroppedHere() {
        var rebuild = service.begin().blockOptional().orElseThrow();
        var before = registry();
        pass(Duration.ofSeconds(61));
        var renewed = before.withRebuild(
                rebuild.renewed(rebuild.progress(), clock.instant().plusSeconds(60)));
        assertThat(versions.replace(before, renewed).block()).isTrue();
        assertThat(service.save(rebuild, List.of(entry())).block()).isEqualTo(1);

        watcher.dropUnused(before).block();

        assertThat(stored()).contains("entries_1");
        assertThat(registry()).isEqualTo(renewed);
    }

    private void check() {
        watcher.check();
    }

    private List<String> stored() {
        return versions.stored().collectList().blockOptional().orElseThrow();
    }

    private VersionRegistry registry() {
        return versions.registry().blockOptional().orElseThrow();
    }

    private static Entry entry() {
        return new Entry(aPost().build(), null, START);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
