package org.vedette.post.series;

import java.time.Duration;
import org.vedette.starter.MayBlock;

/** Reads the series that other instances changed; run repeatedly. */
@MayBlock("the thread of its worker")
public final class SeriesUpdater {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SeriesService series;

    public SeriesUpdater(SeriesService series) {
        this.series = series;
    }

    public void update() {
        series.all().then().block(TIMEOUT);
    }
}
