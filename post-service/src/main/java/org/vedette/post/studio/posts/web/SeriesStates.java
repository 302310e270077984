package org.vedette.post.studio.posts.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.vedette.post.content.Period;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.studio.IssuePeriods;
import org.vedette.post.studio.web.SiteCalendar;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the newest issues of all series, and what the next ones cover. */
@Component
final class SeriesStates {

    private static final int ISSUES = 5;

    private final SeriesRegistry series;
    private final PostLists lists;
    private final SiteCalendar calendar;
    private final Clock clock;

    SeriesStates(SeriesRegistry series, PostLists lists, SiteCalendar calendar, Clock clock) {
        this.series = series;
        this.lists = lists;
        this.calendar = calendar;
        this.clock = clock;
    }

    Mono<List<SeriesState>> all(Caller caller) {
        return Flux.fromIterable(series.all())
                .concatMap(each -> lists.ofSeries(each.slug(), ISSUES, caller).map(issues -> state(each, issues)))
                .collectList();
    }

    private SeriesState state(Series known, List<Post> issues) {
        var last = issues.stream()
                .map(post -> post.content().period())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Period::to))
                .orElse(null);
        var today = calendar.date(clock.instant());
        return new SeriesState(
                known.slug(),
                known.title(),
                known.cadence().name().toLowerCase(Locale.ROOT),
                known.introduction(),
                known.needsSecondPerson(),
                IssuePeriods.next(known.cadence(), last)
                        .map(SiteCalendar::words)
                        .orElse(null),
                IssuePeriods.isOverdue(known.cadence(), last, today),
                issues.stream().map(post -> PostRow.of(post, calendar)).toList());
    }
}
