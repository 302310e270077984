package org.vedette.feed.entries;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Correction;
import org.vedette.events.PostContract;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Language;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.timeline.Position;

/**
 * A published post as it is read.
 *
 * @param post the post
 * @param correction text of the correction that its newest revision added; null when it added none
 * @param changedAt when its newest event happened
 */
public record Entry(PublicPost post, @Nullable String correction, Instant changedAt) implements ProjectedPost {

    @Override
    public UUID id() {
        return post.id();
    }

    @Override
    public long revision() {
        return post.revision();
    }

    @Override
    public String slug() {
        return post.slug();
    }

    @Override
    public List<String> formerSlugs() {
        return post.formerSlugs();
    }

    @Override
    public Position position() {
        var series = post.series();
        return new Position(
                post.id(),
                post.revision(),
                post.slug(),
                post.formerSlugs(),
                series == null ? null : series.slug(),
                post.tags(),
                authors(post.bylines()),
                formerAuthors(post.bylines()),
                tlp(),
                post.publishedAt(),
                post.revisedAt(),
                post.page().canonicalUrl() != null);
    }

    /** Slugs of those in the bylines, each once. */
    public static List<String> authors(List<Byline> bylines) {
        return bylines.stream().map(Byline::authorSlug).distinct().toList();
    }

    /**
     * Slugs by which those in the bylines are found no more, each with the one that it was replaced by. The slug that the
     * name alone would give is one of them where it is of another script: a reader may ask for an author by name.
     */
    public static Map<String, String> formerAuthors(List<Byline> bylines) {
        var former = new HashMap<String, String>();
        for (var byline : bylines) {
            var slug = byline.authorSlug();
            byline.formerAuthors().forEach(earlier -> former.put(earlier, slug));
            var ofName = Byline.authorSlugOf(byline.name());
            if (!PostContract.isSlug(ofName)) {
                former.putIfAbsent(ofName, slug);
            }
        }
        former.entrySet().removeIf(replaced -> replaced.getKey().equals(replaced.getValue()));
        return former;
    }

    @Override
    public Tlp tlp() {
        return Tlp.of(post.tlp());
    }

    /** The editor's introduction, or the machine's summary where there is none. */
    public String summary() {
        return toSummary().summary();
    }

    /** Notes to readers about changes, oldest first. */
    public List<Correction> corrections() {
        // A producer that knows no list sends the newest note alone.
        return post.corrections().isEmpty() && correction != null && !correction.isBlank()
                ? List.of(new Correction(post.revisedAt(), correction))
                : post.corrections();
    }

    /** The language of its text. Every entry of the store has one, even where its event names none. */
    public Language language() {
        return new Language(Objects.requireNonNull(post.language(), "language"));
    }

    /** What lists show of it. */
    public EntrySummary toSummary() {
        return new EntrySummary(
                post.id(),
                post.revision(),
                post.slug(),
                post.title(),
                post.standfirst(),
                post.excerpt(),
                post.bylines(),
                post.tags(),
                post.series(),
                post.period(),
                tlp(),
                post.publishedAt(),
                post.revisedAt(),
                language());
    }
}
