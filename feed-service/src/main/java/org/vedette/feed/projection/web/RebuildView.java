package org.vedette.feed.projection.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.projection.Rebuild;
import org.vedette.feed.projection.RebuildReport;
import org.vedette.feed.projection.VersionRegistry;

/**
 * What operators see of rebuilds.
 *
 * @param serving the version that is served
 * @param running the rebuild under way; null when there is none
 * @param last how the last one ended; null when there was none
 */
record RebuildView(
        String serving, @Nullable Running running, @Nullable Ended last) {

    static RebuildView of(VersionRegistry registry) {
        var rebuild = registry.rebuild();
        var last = registry.lastReport();
        return new RebuildView(
                registry.current(), rebuild == null ? null : Running.of(rebuild), last == null ? null : Ended.of(last));
    }

    /** A rebuild under way; {@code passed} of {@code of} offsets lie behind it. */
    record Running(String edition, String by, Instant since, long read, long passed, long of, long unreadable) {

        static Running of(Rebuild rebuild) {
            var progress = rebuild.progress();
            return new Running(
                    rebuild.version(),
                    rebuild.by(),
                    rebuild.since(),
                    progress.read(),
                    progress.passed(),
                    progress.of(),
                    progress.unreadable());
        }
    }

    /** A rebuild that is over; {@code perSecond} is the records it read in a second. */
    record Ended(
            RebuildReport.Outcome outcome,
            String detail,
            String by,
            Instant startedAt,
            Instant endedAt,
            Rebuild.Progress progress,
            long perSecond,
            long posts,
            long postsBefore,
            long missing) {

        static Ended of(RebuildReport report) {
            var millis = Math.max(
                    1, Duration.between(report.startedAt(), report.endedAt()).toMillis());
            return new Ended(
                    report.outcome(),
                    report.detail(),
                    report.by(),
                    report.startedAt(),
                    report.endedAt(),
                    report.progress(),
                    report.progress().read() * 1_000 / millis,
                    report.posts(),
                    report.postsBefore(),
                    report.missing());
        }
    }
}
