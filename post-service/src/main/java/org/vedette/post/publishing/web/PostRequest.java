package org.vedette.post.publishing.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as editors send it. A response can be changed and sent back: fields that only responses have are ignored, or must
 * have their value where another one would ask for something that this request does not do.
 */
@JsonIgnoreProperties({
    "id",
    "revision",
    "permalink",
    "createdAt",
    "revisedAt",
    "schedule",
    "withdrawal",
    "quiet",
    "readyForReview"
})
public record PostRequest(
        @Nullable String title,
        @Nullable String standfirst,
        @Nullable String body,
        @Nullable List<@Nullable BylineRequest> bylines,
        @Nullable List<@Nullable String> tags,
        @Nullable String series,
        @Nullable PeriodRequest period,
        @Nullable String slug,
        @Nullable String tlp,
        @Nullable String language,
        @Nullable String canonicalUrl,
        @Nullable String metaTitle,
        @Nullable String metaDescription,
        @Nullable String excerpt,
        @Nullable SharingImageRequest sharingImage,
        @Nullable String publishAt,
        @Nullable String publishedAt,
        @Nullable String status,
        @Nullable List<@Nullable CorrectionRequest> corrections,
        @Nullable String correction,
        @Nullable String note,
        @Nullable Boolean duplicatePeriod,
        @Nullable Boolean tellAlerted) {

    public record BylineRequest(
            @Nullable String name, @Nullable String affiliation) {}

    public record PeriodRequest(
            @Nullable String from, @Nullable String to) {}

    public record SharingImageRequest(
            @Nullable String address, @Nullable String alternativeText) {}

    public record CorrectionRequest(
            @Nullable String date, @Nullable String text) {}
}
