package org.vedette.feed.content.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Correction;
import org.vedette.events.Period;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineData;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.serving.web.SeriesName;

/** A post as data. Absent and unrequested fields are left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Post")
record PostView(
        @Schema(description = "Identity; never changes") UUID id,

        @Schema(description = "Starts at 1 and grows with every published change")
        long revision,

        @Schema(description = "Absolute address of its page")
        String permalink,

        @Schema(description = "Last path segment of its address")
        String slug,

        String title,

        @Nullable @Schema(description = "The editor's introduction, plain text")
        String standfirst,

        @Schema(description = "Summary cut by machine, at most 300 characters")
        String excerpt,

        List<BylineData> bylines,
        List<String> tags,
        @Nullable SeriesName series,

        @Nullable @Schema(description = "The dates an issue of a series covers")
        Period period,

        @Schema(
                description = "TLP 2.0 label without its prefix; heed it",
                allowableValues = {"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"})
        String tlp,

        @Schema(description = "Language of the text, a BCP 47 tag", example = "en")
        String language,

        @Schema(description = "First publication") Instant publishedAt,

        @Schema(description = "Last change of title, standfirst, body or corrections")
        Instant revisedAt,

        @Nullable @Schema(description = "Text of the correction that the newest revision added")
        String correction,

        @Nullable @Schema(description = "All notes to readers about changes, oldest first")
        List<Correction> corrections,

        @Nullable @Schema(description = "Body as sanitized HTML")
        String html,

        @Nullable @Schema(description = "Body as plain text")
        String text) {

    static PostView of(EntrySummary summary, Blog blog) {
        return of(summary, blog, null, null, null, null);
    }

    static PostView of(Entry entry, Blog blog) {
        var post = entry.post();
        return of(entry.toSummary(), blog, entry.correction(), entry.corrections(), post.html(), post.text());
    }

    private static PostView of(
            EntrySummary summary,
            Blog blog,
            @Nullable String correction,
            @Nullable List<Correction> corrections,
            @Nullable String html,
            @Nullable String text) {
        return new PostView(
                summary.id(),
                summary.revision(),
                blog.permalink(summary.slug()),
                summary.slug(),
                summary.title(),
                summary.standfirst(),
                summary.excerpt(),
                BylineData.of(summary.bylines()),
                summary.tags(),
                SeriesName.of(summary.series()),
                summary.period(),
                summary.tlp().word(),
                summary.language().tag(),
                summary.publishedAt(),
                summary.revisedAt(),
                correction,
                corrections,
                html,
                text);
    }
}
