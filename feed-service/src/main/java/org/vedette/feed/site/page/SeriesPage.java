package org.vedette.feed.site.page;

import java.util.List;

/**
 * The issues of a series.
 *
 * @param frame what is around it
 * @param title title of the series
 * @param issues newest first
 */
public record SeriesPage(Frame frame, String title, List<Story> issues) implements Page {}
