package org.vedette.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Correction;
import org.vedette.post.content.Language;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.Period;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Standfirst;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.publishing.Submission;

/** Builds what an editor hands in; ready for publication by default. */
public final class Submissions {

    private String title = "A loader that waits for the night shift";
    private String standfirst = "What we saw.";
    private String body = "The loader *sleeps* until the night shift starts.";
    private List<Byline> bylines = List.of(new Byline("Ada Example", "Example Labs"));
    private final List<Tag> tags = new ArrayList<>();
    private @Nullable String series;
    private @Nullable Period period;
    private Tlp tlp = Tlp.CLEAR;
    private Language language = new Language("en");
    private PageMetadata metadata = PageMetadata.NONE;
    private @Nullable Slug slug;
    private @Nullable Instant publishAt;
    private final List<Correction> corrections = new ArrayList<>();

    private Submissions() {}

    public static Submissions aSubmission() {
        return new Submissions();
    }

    public Submissions titled(String title) {
        this.title = title;
        return this;
    }

    public Submissions saying(String markdown) {
        this.body = markdown;
        return this;
    }

    public Submissions introducedBy(String paragraph) {
        this.standfirst = paragraph;
        return this;
    }

    /** Names one more author. */
    public Submissions by(String name, @Nullable String affiliation) {
        bylines = Stream.concat(bylines.stream(), Stream.of(new Byline(name, affiliation)))
                .toList();
        return this;
    }

    public Submissions withoutBylines() {
        this.bylines = List.of();
        return this;
    }

    public Submissions tagged(String... labels) {
        tags.addAll(Stream.of(labels).map(Tag::new).toList());
        return this;
    }

    public Submissions inSeries(String slug) {
        this.series = slug;
        return this;
    }

    public Submissions covering(String from, String to) {
        this.period = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return this;
    }

    public Submissions under(String wanted) {
        this.slug = new Slug(wanted);
        return this;
    }

    public Submissions dated(String moment) {
        this.publishAt = Instant.parse(moment);
        return this;
    }

    /** Adds a correction. */
    public Submissions corrected(String moment, String note) {
        corrections.add(new Correction(Instant.parse(moment), note));
        return this;
    }

    public Submissions in(String tag) {
        this.language = new Language(tag);
        return this;
    }

    public Submissions telling(PageMetadata metadata) {
        this.metadata = metadata;
        return this;
    }

    public Submissions marked(Tlp label) {
        this.tlp = label;
        return this;
    }

    public Submission build() {
        var content = new PostContent(
                new Title(title),
                new Standfirst(standfirst),
                new Body(body),
                bylines,
                tags,
                series,
                period,
                tlp,
                language,
                metadata);
        return new Submission(content, slug, publishAt, corrections);
    }
}
