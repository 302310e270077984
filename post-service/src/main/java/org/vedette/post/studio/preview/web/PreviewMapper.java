package org.vedette.post.studio.preview.web;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.events.Byline;
import org.vedette.pages.Link;
import org.vedette.pages.post.BylineView;
import org.vedette.pages.post.CorrectionNote;
import org.vedette.pages.post.PostBody;
import org.vedette.pages.post.PostLanguage;
import org.vedette.pages.post.PostSummaryView;
import org.vedette.pages.post.PostSummaryView.SeriesLink;
import org.vedette.pages.post.PostView;
import org.vedette.pages.post.TlpLabel;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tlp;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.series.SeriesRegistry;
import org.vedette.post.studio.web.SiteCalendar;

/** Maps content that was not published to what the template of a post prints, as the site does with what was. */
@Component
final class PreviewMapper {

    private final MarkdownRenderer renderer;
    private final SeriesRegistry series;
    private final Permalinks permalinks;
    private final SiteCalendar calendar;

    PreviewMapper(MarkdownRenderer renderer, SeriesRegistry series, Permalinks permalinks, SiteCalendar calendar) {
        this.renderer = renderer;
        this.series = series;
        this.permalinks = permalinks;
        this.calendar = calendar;
    }

    /** @param correction that is to be added; empty for none */
    PreviewPage page(PostContent content, String correction, Instant now) {
        var body = renderer.render(content.body().markdown());
        var tag = content.language().tag();
        var language = ULocale.forLanguageTag(tag);
        var bylines = bylines(content);
        return new PreviewPage(
                "Preview: " + content.title().value(),
                new PostView(
                        permalinks.baseUrl().toString(),
                        new PostLanguage(tag, language.getLanguage().equals("en"), language.isRightToLeft()),
                        summary(content, bylines, language.isRightToLeft(), now),
                        bylines,
                        content.introduction().orElse(null),
                        null,
                        PostBody.readingTime(body.text()),
                        correction.isBlank()
                                ? List.of()
                                : List.of(new CorrectionNote(
                                        calendar.date(now).toString(), calendar.day(now), correction.strip())),
                        PostBody.html(body.html()),
                        content.tags().stream()
                                .map(each -> new Link(each.value(), "/tags/" + each.value()))
                                .toList()));
    }

    private PostSummaryView summary(PostContent content, List<BylineView> bylines, boolean rightToLeft, Instant now) {
        var introduction = content.introduction().orElse("");
        return new PostSummaryView(
                "/posts/preview",
                content.title().value(),
                bylines,
                0,
                introduction,
                introduction,
                introduction,
                calendar.date(now).toString(),
                calendar.day(now),
                calendar.day(now),
                series(content),
                label(content.tlp()),
                null,
                rightToLeft ? "rtl" : "auto");
    }

    private static List<BylineView> bylines(PostContent content) {
        return content.bylines().stream()
                .map(byline -> new Byline(byline.name(), byline.affiliation()))
                .map(byline -> new BylineView(
                        byline.name(), byline.affiliation(), byline.comma(), "/authors/" + byline.authorSlug()))
                .toList();
    }

    private @Nullable SeriesLink series(PostContent content) {
        var slug = content.series();
        return slug == null
                ? null
                : series.find(slug)
                        .map(known -> new SeriesLink("/series/" + slug, known.title(), words(content.period())))
                        .orElse(null);
    }

    private static @Nullable String words(@Nullable Period period) {
        if (period == null) {
            return null;
        }
        var days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        return (days >= 5 && days <= 7 ? "Week of " : "") + SiteCalendar.words(period);
    }

    private static @Nullable TlpLabel label(Tlp tlp) {
        return tlp == Tlp.CLEAR
                ? null
                : new TlpLabel(
                        "TLP:" + tlp.label(),
                        tlp.label().toLowerCase(Locale.ROOT).replace('+', '-'));
    }
}
