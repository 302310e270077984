package org.vedette.post.series;

import java.util.List;
import java.util.Optional;

/** All series of the site, in the order they are listed. */
public final class SeriesCatalogue {

    private final List<Series> all;

    public SeriesCatalogue(List<Series> all) {
        this.all = List.copyOf(all);
        long slugs = all.stream().map(Series::slug).distinct().count();
        if (slugs < all.size()) {
            throw new IllegalArgumentException("two series have the same slug: " + all);
        }
    }

    public List<Series> all() {
        return all;
    }

    public Optional<Series> find(String slug) {
        return all.stream().filter(series -> series.slug().equals(slug)).findFirst();
    }
}
