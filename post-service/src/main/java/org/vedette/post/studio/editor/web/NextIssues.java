package org.vedette.post.studio.editor.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.vedette.post.content.Language;
import org.vedette.post.content.Period;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.listing.ListingService;
import org.vedette.post.listing.PostQuery;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.requests.Caller;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.studio.IssuePeriods;
import org.vedette.post.studio.web.SiteCalendar;
import reactor.core.publisher.Mono;

/**
 * Fills the form of a new post: as the next issue of a series, with what its last issue had, or empty. The last issue is the
 * one that covers the latest days, whenever it was written.
 */
@Component
final class NextIssues {

    /** Whoever writes more issues ahead, or older ones later, knows which period comes next. */
    private static final int ISSUES = 100;

    private final ListingService listing;
    private final PublishingService publishing;
    private final SeriesRegistry series;
    private final Language siteLanguage;
    private final SiteCalendar calendar;
    private final Clock clock;

    NextIssues(
            ListingService listing,
            PublishingService publishing,
            SeriesRegistry series,
            Language siteLanguage,
            SiteCalendar calendar,
            Clock clock) {
        this.listing = listing;
        this.publishing = publishing;
        this.series = series;
        this.siteLanguage = siteLanguage;
        this.calendar = calendar;
        this.clock = clock;
    }

    Mono<EditorForm> form(Optional<String> slug, Caller caller) {
        var empty = EditorForm.empty(siteLanguage.tag());
        return Mono.justOrEmpty(slug.flatMap(series::find))
                .flatMap(known -> last(known, caller)
                        .map(last -> next(known, last))
                        .switchIfEmpty(Mono.fromSupplier(() -> first(known, empty))))
                .defaultIfEmpty(empty);
    }

    private Mono<Post> last(Series known, Caller caller) {
        var query = new PostQuery(null, null, known.slug(), null, null, null, null, null, null, ISSUES);
        return listing.find(query, caller)
                .flatMap(page -> Mono.justOrEmpty(
                        page.posts().stream().map(PostSummary::post).max(Comparator.comparing(NextIssues::lastDay))))
                .flatMap(last -> publishing.find(last.id(), caller));
    }

    private static LocalDate lastDay(Post issue) {
        var period = issue.content().period();
        return period == null ? LocalDate.MIN : period.to();
    }

    private EditorForm next(Series known, Post last) {
        var form = EditorForm.of(last);
        return IssuePeriods.next(known.cadence(), last.content().period())
                .map(period -> form.asIssue(known.slug(), title(known, period), period))
                .orElseGet(() -> first(known, form));
    }

    /** The issue of a series that has none yet, or has no rhythm. */
    private EditorForm first(Series known, EditorForm form) {
        var today = calendar.date(clock.instant());
        return form.asIssue(
                known.slug(),
                IssuePeriods.first(known.cadence(), today)
                        .map(period -> title(known, period))
                        .orElse(known.title()),
                IssuePeriods.first(known.cadence(), today).orElse(null));
    }

    private static String title(Series known, Period period) {
        return known.title() + ": " + SiteCalendar.words(period);
    }
}
