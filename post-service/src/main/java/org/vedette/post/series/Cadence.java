package org.vedette.post.series;

/** How often a series appears. */
public enum Cadence {
    DAILY,
    WEEKLY,
    MONTHLY,
    IRREGULAR
}
