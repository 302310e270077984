package org.vedette.post.series;

import java.util.List;
import java.util.Optional;

/** All series of the site, in the order of lists, as they were last read from the store. */
public final class SeriesRegistry {

    private volatile List<Series> all;

    /** @param first the series until the store was read */
    public SeriesRegistry(List<Series> first) {
        this.all = List.copyOf(first);
        var slugs = first.stream().map(Series::slug).distinct().count();
        if (slugs < first.size()) {
            throw new IllegalArgumentException("two series have the same slug: " + first);
        }
    }

    void replace(List<Series> others) {
        all = List.copyOf(others);
    }

    public List<Series> all() {
        return all;
    }

    public List<String> slugs() {
        return all.stream().map(Series::slug).toList();
    }

    public Optional<Series> find(String slug) {
        return all.stream().filter(series -> series.slug().equals(slug)).findFirst();
    }
}
