package org.vedette.feed.syndication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON Feed 1.1, named as its specification names it. */
@JsonPropertyOrder({"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "items"})
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String description,
        String language,
        List<Author> authors,
        List<Item> items) {

    record Author(String name, String url) {}

    record Item(
            String id,
            String url,
            String title,
            String summary,
            @JsonProperty("content_html") String contentHtml,
            @JsonProperty("date_published") String datePublished,
            @JsonProperty("date_modified") String dateModified,
            List<Author> authors,
            List<String> tags,
            @JsonProperty("_ti") Extension extension) {}

    /** What the format has no word for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Extension(
            String tlp, @Nullable Column series, @Nullable Days period, long revision) {}

    record Column(String slug, String title) {}

    record Days(String from, String to) {}
}
