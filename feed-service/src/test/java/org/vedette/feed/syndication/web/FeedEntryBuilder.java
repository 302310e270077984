package org.vedette.feed.syndication.web;

import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.Entry;
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
    private String[] tags = {"phishing"};
    private String series = "Weekly Phishing Report";
    private List<Byline> bylines = List.of(new Byline("Ada Example", "Example Labs"), new Byline("Ben Sample", null));

    private @Nullable String language;
    private final List<Correction> corrections = new ArrayList<>();

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
        this.tags = tags;
        return this;
    }

    FeedEntryBuilder inSeries(String title) {
        this.series = title;
        return this;
    }

    FeedEntryBuilder by(String name) {
        this.bylines = List.of(new Byline(name, null));
        return this;
    }

    FeedEntryBuilder corrected(Instant date, String text) {
        this.corrections.add(new Correction(date, text));
        return this;
    }

    FeedEntryBuilder in(String language) {
        this.language = language;
        return this;
    }

    FeedEntry build() {
        var post = aPost().id(id)
                .title(title)
                .revision(2)
                .standfirst(summary)
                .text(summary)
                .tagged(tags)
                .inSeries("weekly-phishing-report", series)
                .covering(LocalDate.of(2016, 6, 26), LocalDate.of(2016, 7, 2))
                .publishedAt(PUBLISHED)
                .revisedAt(REVISED);
        for (var byline : bylines) {
            post = post.by(byline.name(), byline.affiliation());
        }
        for (var note : corrections) {
            post = post.corrected(note.date(), note.text());
        }
        var entry = new Entry(post.build(), null, REVISED);
        return new FeedEntry(entry, "https://blog.example.org/posts/night-shift", html, language, PUBLISHED);
    }

    Feed feed() {
        return feedOf(build());
    }

    static Feed feedOf(FeedEntry... entries) {
        return new Feed(Scope.EVERYTHING, BLOG.title(), BLOG.tagline(), List.of(entries), null, null);
    }
}
