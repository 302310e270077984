package org.vedette.benchmarks.cold;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vedette.benchmarks.suite.Latencies;
import org.vedette.benchmarks.suite.Site.Page;

/**
 * What some pages of one kind cost.
 *
 * @param latencies of each page
 * @param bytes of all pages together
 * @param cpuMillis processor time of the server for all pages together
 */
record Sample(List<Duration> latencies, long bytes, long cpuMillis) {

    static final Sample NOTHING = new Sample(List.of(), 0, 0);

    static Sample of(List<Page> pages, long cpuMillis) {
        return new Sample(
                pages.stream().map(Page::took).toList(),
                pages.stream().mapToLong(page -> page.bytes()).sum(),
                cpuMillis);
    }

    Sample and(Sample other) {
        return new Sample(
                Stream.concat(latencies.stream(), other.latencies.stream()).toList(),
                bytes + other.bytes,
                cpuMillis + other.cpuMillis);
    }

    int size() {
        return latencies.size();
    }

    /** Name, pages, bytes of a page, median and 95 % in milliseconds, processor time of a page; with tabs between. */
    String line(String name) {
        var sorted = Latencies.of(latencies);
        return String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t%.2f\t%.2f\t%.2f",
                name,
                size(),
                bytes / size(),
                sorted.median(),
                sorted.percentile(95),
                (double) cpuMillis / size());
    }
}
