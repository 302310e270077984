package org.vedette.feed.syndication.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.vedette.events.Period;
import org.vedette.events.Series;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BylineLink;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.FeedEntry;

/** Builds entries that have everything an entry can have, and feeds of them. */
final class FeedEntryBuilder {

    static final Blog BLOG =
            new Blog("Threat & Intelligence <Blog>", "A \"tagline\"", URI.create("https://blog.example.org"));
    static final Instant PUBLISHED = Instant.parse("2016-06-30T09:30:00Z");
    static final Instant REVISED = Instant.parse("2016-07-01T08:00:00.250Z");

    private UUID id = UUID.fromString("0190f0c4-7a10-7c3e-9b1d-3f5a6c7d8e9f");
    private String title = "A loader that waits";
    private String summary = "What we saw.";
    private String html = "<p>It <em>waits</em>.</p>";
    private List<String> tags = List.of("phishing");
    private Series series = new Series("weekly-phishing-report", "Weekly Phishing Report");
    private List<BylineLink> bylines = List.of(
            new BylineLink("Ada Example", "Example Labs", "/authors/ada-example"),
            new BylineLink("Ben Sample", null, "/authors/ben-sample"));

    private FeedEntryBuilder() {}

    static FeedEntryBuilder anEntry() {
        return new FeedEntryBuilder();
    }

    FeedEntryBuilder id(UUID id) {
        this.id = id;
        return this;
    }

    FeedEntryBuilder title(String title) {
        this.title = title;
        return this;
    }

    FeedEntryBuilder summary(String summary) {
        this.summary = summary;
        return this;
    }

    FeedEntryBuilder html(String html) {
        this.html = html;
        return this;
    }

    FeedEntryBuilder tagged(String... tags) {
        this.tags = List.of(tags);
        return this;
    }

    FeedEntryBuilder inSeries(String title) {
        this.series = new Series("weekly-phishing-report", title);
        return this;
    }

    FeedEntryBuilder by(String name) {
        this.bylines = List.of(new BylineLink(name, null, "/authors/somebody"));
        return this;
    }

    FeedEntry build() {
        return new FeedEntry(
                id,
                2,
                "https://blog.example.org/posts/night-shift",
                title,
                summary,
                html,
                bylines,
                tags,
                series,
                new Period(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2)),
                Tlp.CLEAR,
                PUBLISHED,
                REVISED);
    }

    Feed feed() {
        return feedOf(build());
    }

    static Feed feedOf(FeedEntry... entries) {
        return new Feed(Scope.EVERYTHING, BLOG.title(), BLOG.tagline(), List.of(entries));
    }
}
