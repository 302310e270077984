package org.vedette.feed.search.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineData;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.search.Hit;
import org.vedette.feed.search.Hit.TextPart;
import org.vedette.feed.search.SearchResult;
import org.vedette.feed.search.SearchResult.Correction;
import org.vedette.feed.serving.web.SeriesName;

/**
 * One page of hits.
 *
 * @param total number of posts found; at least that many when it is not exact
 * @param totalIsExact whether all were counted
 * @param page number of this page, from 1
 * @param size results that a page has at most
 * @param corrections spellings that were corrected because nothing has the words as typed
 * @param results in the order asked for; a post that was withdrawn in this very moment is left out
 */
record SearchResponse(
        long total,
        boolean totalIsExact,
        int page,
        int size,
        @JsonProperty("forgiven") List<Correction> corrections,
        List<FoundPost> results) {

    static SearchResponse of(SearchResult result, Summaries summaries, Blog blog) {
        return new SearchResponse(
                result.total(),
                result.totalIsExact(),
                result.page(),
                result.size(),
                result.corrections(),
                result.hits().stream()
                        .flatMap(
                                hit -> summaries.of(hit.id()).map(summary -> FoundPost.of(hit, summary, blog)).stream())
                        .toList());
    }

    /**
     * A post that was found, with its matches.
     *
     * @param id identity of the post
     * @param title plain text
     * @param titleParts the title in parts, with the matches marked
     * @param fragments one or two passages of the body in such parts
     * @param matches values outside title and body that match
     * @param slug last path segment of its address
     * @param permalink its whole address
     * @param publishedAt first publication
     * @param bylines printed credits in order
     * @param tags in the editor's order
     * @param series the series it belongs to; null when it belongs to none
     * @param tlp TLP 2.0 label without its prefix
     * @param language of its text, a BCP 47 tag
     * @param excerpt machine-cut summary
     */
    record FoundPost(
            UUID id,
            String title,
            List<TextPart> titleParts,
            List<List<TextPart>> fragments,
            List<FieldMatch> matches,
            String slug,
            String permalink,
            Instant publishedAt,
            List<BylineData> bylines,
            List<String> tags,
            @Nullable SeriesName series,
            String tlp,
            String language,
            String excerpt) {

        static FoundPost of(Hit hit, EntrySummary summary, Blog blog) {
            return new FoundPost(
                    summary.id(),
                    summary.title(),
                    hit.title(),
                    hit.fragments(),
                    hit.matches().stream().map(FieldMatch::of).toList(),
                    summary.slug(),
                    blog.permalink(summary.slug()),
                    summary.publishedAt(),
                    BylineData.of(summary.bylines()),
                    summary.tags(),
                    SeriesName.of(summary.series()),
                    summary.tlp().word(),
                    summary.language().tag(),
                    summary.excerpt());
        }
    }

    /**
     * A value that matches.
     *
     * @param field {@code standfirst}, {@code byline}, {@code tag} or {@code series}
     * @param parts the value in parts, with the matches marked
     */
    record FieldMatch(String field, List<TextPart> parts) {

        static FieldMatch of(Hit.Match match) {
            return new FieldMatch(match.field().name().toLowerCase(Locale.ROOT), match.value());
        }
    }
}
