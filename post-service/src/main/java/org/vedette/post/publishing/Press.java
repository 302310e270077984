package org.vedette.post.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Period;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;
import org.vedette.post.manuscript.Manuscript;
import org.vedette.post.manuscript.Tag;
import org.vedette.post.markup.Markup;
import org.vedette.post.markup.Rendering;
import org.vedette.post.markup.Unrenderable;
import org.vedette.post.publishing.Refusal.BodyTooLarge;
import org.vedette.post.publishing.Refusal.FieldError;
import org.vedette.post.publishing.Refusal.InvalidPost;
import org.vedette.post.publishing.Refusal.UnknownSeries;
import org.vedette.post.series.SeriesCatalogue;

/** Accepts manuscripts by the rules of the house, and prints posts in the form the public sees. */
public final class Press {

    private final SeriesCatalogue series;
    private final Markup markup;
    private final long maxBodySize;

    /** @param maxBodySize largest Markdown, in bytes of UTF-8 */
    public Press(SeriesCatalogue series, Markup markup, long maxBodySize) {
        this.series = series;
        this.markup = markup;
        this.maxBodySize = maxBodySize;
    }

    /** Checks what holds for every submission, a draft's too. */
    void accept(Submission submission, Instant now) {
        accept(submission.manuscript());
        Instant date = submission.publishAt();
        if (date != null && date.isAfter(now)) {
            throw invalid("publishAt", "must not be in the future: posts cannot be scheduled yet");
        }
        if (date != null && date.isBefore(Instant.EPOCH)) {
            throw invalid("publishAt", "must not be before 1970");
        }
    }

    private void accept(Manuscript manuscript) {
        int size = manuscript.body().size();
        if (size > maxBodySize) {
            throw new BodyTooLarge("The body", size, maxBodySize);
        }
        String column = manuscript.series();
        if (column != null && series.find(column).isEmpty()) {
            throw unknown(column);
        }
        if (column == null && manuscript.period() != null) {
            throw invalid("period", "belongs to an issue of a series: name the series, or leave the period out");
        }
    }

    /** The post as the public sees it; refused when something readers need is missing. */
    PublicPost print(Published post) {
        requireWhatReadersNeed(post.manuscript());
        return print(post, post.manuscript(), render(post.manuscript()));
    }

    private PublicPost print(Published post, Manuscript manuscript, Rendering body) {
        return new PublicPost(
                post.id().value(),
                post.revision().value(),
                post.slug().value(),
                post.formerSlugs().stream().map(Slug::value).toList(),
                manuscript.title().value(),
                manuscript.introduction().orElse(null),
                body.html(),
                body.text(),
                body.excerpt(),
                bylines(manuscript),
                manuscript.tags().stream().map(Tag::value).toList(),
                series(manuscript),
                period(manuscript),
                manuscript.tlp().label(),
                post.publishedAt(),
                post.revisedAt());
    }

    private static void requireWhatReadersNeed(Manuscript manuscript) {
        List<FieldError> missing = new ArrayList<>();
        if (manuscript.isEmpty()) {
            missing.add(new FieldError("body", "must not be empty in a published post"));
        }
        if (manuscript.bylines().isEmpty()) {
            missing.add(new FieldError("bylines", "must name at least one author in a published post"));
        }
        if (manuscript.series() != null && manuscript.period() == null) {
            missing.add(new FieldError("period", "must say which dates this issue of the series covers"));
        }
        if (!missing.isEmpty()) {
            throw new InvalidPost(missing);
        }
    }

    private Rendering render(Manuscript manuscript) {
        try {
            Rendering body = markup.render(manuscript.body().markdown());
            if (body.html().isEmpty()) {
                throw invalid("body", "shows nothing: all of it was markup that is not allowed");
            }
            return body;
        } catch (Unrenderable tooExpensive) {
            throw invalid("body", String.valueOf(tooExpensive.getMessage()));
        }
    }

    private @Nullable Series series(Manuscript manuscript) {
        String slug = manuscript.series();
        if (slug == null) {
            return null;
        }
        // A draft may be older than the settings that left its series out.
        return series.find(slug)
                .map(found -> new Series(found.slug(), found.title()))
                .orElseThrow(() -> unknown(slug));
    }

    private UnknownSeries unknown(String slug) {
        return new UnknownSeries(
                slug, series.all().stream().map(known -> known.slug()).toList());
    }

    private static List<Byline> bylines(Manuscript manuscript) {
        return manuscript.bylines().stream()
                .map(credit -> new Byline(credit.name(), credit.affiliation()))
                .toList();
    }

    private static @Nullable Period period(Manuscript manuscript) {
        return Optional.ofNullable(manuscript.period())
                .map(dates -> new Period(dates.from(), dates.to()))
                .orElse(null);
    }

    private static InvalidPost invalid(String field, String message) {
        return new InvalidPost(List.of(new FieldError(field, message)));
    }
}
