package org.vedette.testsupport.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.PageMetadata;
import org.vedette.events.Period;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;

/** Builds a {@link PublicPost} that is valid by default and has an identity of its own. */
public final class PublicPosts {

    private UUID id = UUID.randomUUID();
    private long revision = 1;
    private @Nullable String slug;
    private List<String> formerSlugs = List.of();
    private String title = "A loader that waits for the night shift";
    private @Nullable String standfirst = "What we saw, and what to look for.";
    private String html = "<p>The loader sleeps until the night shift starts.</p>";
    private String text = "The loader sleeps until the night shift starts.";
    private final List<Byline> bylines = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private @Nullable Series series;
    private @Nullable Period period;
    private String tlp = "CLEAR";
    private Instant publishedAt = Instant.parse("2026-11-02T09:30:00Z");
    private @Nullable Instant revisedAt;
    private final List<Correction> corrections = new ArrayList<>();

    private @Nullable String language = "en";

    private @Nullable PageMetadata metadata;

    private PublicPosts() {}

    public static PublicPosts aPost() {
        return new PublicPosts();
    }

    public PublicPosts id(UUID id) {
        this.id = id;
        return this;
    }

    public PublicPosts revision(long revision) {
        this.revision = revision;
        return this;
    }

    public PublicPosts slug(String slug) {
        this.slug = slug;
        return this;
    }

    public PublicPosts formerSlugs(String... formerSlugs) {
        this.formerSlugs = List.of(formerSlugs);
        return this;
    }

    public PublicPosts title(String title) {
        this.title = title;
        return this;
    }

    public PublicPosts standfirst(@Nullable String standfirst) {
        this.standfirst = standfirst;
        return this;
    }

    public PublicPosts html(String html) {
        this.html = html;
        return this;
    }

    public PublicPosts text(String text) {
        this.text = text;
        return this;
    }

    public PublicPosts by(String name, @Nullable String affiliation) {
        bylines.add(new Byline(name, affiliation));
        return this;
    }

    /** Names an author whose slug is chosen, and the slugs that it replaces. */
    public PublicPosts byAuthor(String name, String slug, String... formerSlugs) {
        bylines.add(new Byline(name, null, slug, List.of(formerSlugs)));
        return this;
    }

    /** Sets the language tag; null for an event of a producer that does not know it. */
    public PublicPosts in(@Nullable String language) {
        this.language = language;
        return this;
    }

    public PublicPosts tagged(String... tags) {
        this.tags.addAll(List.of(tags));
        return this;
    }

    public PublicPosts inSeries(String slug, String title) {
        this.series = new Series(slug, title);
        return this;
    }

    /** Puts it into a series whose page says something about it. */
    public PublicPosts inSeries(String slug, String title, String introduction) {
        this.series = new Series(slug, title, introduction);
        return this;
    }

    public PublicPosts covering(LocalDate from, LocalDate to) {
        this.period = new Period(from, to);
        return this;
    }

    public PublicPosts marked(String tlp) {
        this.tlp = tlp;
        return this;
    }

    /** Tells programs something else than the text says. */
    public PublicPosts telling(PageMetadata metadata) {
        this.metadata = metadata;
        return this;
    }

    public PublicPosts publishedAt(Instant publishedAt) {
        this.publishedAt = publishedAt;
        return this;
    }

    public PublicPosts revisedAt(Instant revisedAt) {
        this.revisedAt = revisedAt;
        return this;
    }

    /** Adds a correction. */
    public PublicPosts corrected(Instant date, String text) {
        corrections.add(new Correction(date, text));
        return this;
    }

    public PublicPost build() {
        var credits = bylines.isEmpty() ? List.of(new Byline("Ada Example", "Example Labs")) : bylines;
        return new PublicPost(
                        id,
                        revision,
                        slug == null ? "post-" + id : slug,
                        formerSlugs,
                        title,
                        standfirst,
                        html,
                        text,
                        text.length() <= 300 ? text : text.substring(0, 300),
                        credits,
                        tags,
                        series,
                        period,
                        tlp,
                        publishedAt,
                        revisedAt == null ? publishedAt : revisedAt,
                        corrections,
                        language)
                .withMetadata(metadata);
    }
}
