package org.vedette.feed.content;

import org.vedette.feed.entries.EntrySummary;

/**
 * A series and where it stands.
 *
 * @param slug last path segment of its address
 * @param title what readers see
 * @param issues how many were published
 * @param latest the newest of them
 */
public record SeriesSummary(String slug, String title, int issues, EntrySummary latest) {}
