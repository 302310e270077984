package org.vedette.post.series;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A series as it is stored.
 *
 * @param revision number of its last change, from 1; also the token of its optimistic locking
 * @param position its place in lists, the lowest first
 * @param formerTitles titles that it had, the last one first
 */
public record StoredSeries(Series series, long revision, long position, List<FormerTitle> formerTitles) {

    private static final int MAX_FORMER_TITLES = 50;

    public StoredSeries {
        formerTitles = List.copyOf(formerTitles);
    }

    static StoredSeries first(Series series, long position) {
        return new StoredSeries(series, 1, position, List.of());
    }

    /** The next revision; a title that is replaced is kept. */
    StoredSeries changed(Series other, Instant now) {
        var former = other.title().equals(series.title())
                ? formerTitles
                : Stream.concat(Stream.of(new FormerTitle(series.title(), now)), formerTitles.stream())
                        .limit(MAX_FORMER_TITLES)
                        .toList();
        return new StoredSeries(other, revision + 1, position, former);
    }

    /**
     * A title that a series had.
     *
     * @param until when it was replaced
     */
    public record FormerTitle(String title, Instant until) {}
}
