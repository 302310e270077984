package org.vedette.post.studio.posts.web;

import java.util.List;
import org.vedette.pages.ApplicationLayout;

/** All series with their newest issues. */
public record SeriesPage(ApplicationLayout layout, List<SeriesState> series, boolean canEdit) {

    public SeriesPage {
        series = List.copyOf(series);
    }
}
