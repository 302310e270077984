package org.vedette.post.series;

import java.util.List;
import java.util.Optional;

/** All series of the site, in the order of the settings. */
public final class SeriesRegistry {

    private final List<Series> all;

    public SeriesRegistry(List<Series> all) {
        this.all = List.copyOf(all);
        var slugs = all.stream().map(Series::slug).distinct().count();
        if (slugs < all.size()) {
            throw new IllegalArgumentException("two series have the same slug: " + all);
        }
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
