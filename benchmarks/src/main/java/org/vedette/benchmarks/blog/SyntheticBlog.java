package org.vedette.benchmarks.blog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.vedette.events.Byline;
import org.vedette.events.PublicPost;
import org.vedette.events.Series;

/**
 * A blog of any size: two weekly series, 40 authors, 200 tags, posts evenly over its years. Every post follows from the
 * seed and its number alone, so two processes speak of the same posts without telling each other.
 */
public final class SyntheticBlog {

    /** Words in the body of a post. */
    public static final int WORDS = 900;

    private static final long SALT_OF_BODIES = 0x5DEECE66DL;
    private static final long SALT_OF_INDICATORS = 0x2545F4914F6CDD1DL;
    private static final int EXCERPT = 280;

    private final long seed;
    private final Calendar calendar;
    private final Vocabulary words;
    private final AuthorsAndTags authorsAndTags;

    /**
     * @param seed the same seed makes the same blog
     * @param size posts it has; those with higher numbers come later
     * @param span from its first to its last post
     */
    public SyntheticBlog(long seed, int size, Duration span) {
        this.seed = seed;
        this.calendar = new Calendar(size, span);
        this.words = Vocabulary.of(seed);
        this.authorsAndTags = new AuthorsAndTags(words, seed);
    }

    public int size() {
        return calendar.size();
    }

    public Vocabulary words() {
        return words;
    }

    /** All tags, the most frequent first. */
    public List<String> tags() {
        return authorsAndTags.tags();
    }

    /** All authors, the busiest first. */
    public List<Byline> authors() {
        return authorsAndTags.authors();
    }

    public List<Series> series() {
        return Calendar.SERIES;
    }

    public Indicators indicators(int number) {
        return Indicators.draw(words, randomOf(number, SALT_OF_INDICATORS));
    }

    public PostMetadata metadata(int number) {
        var random = randomOf(number, 0);
        var at = calendar.publishedAt(number);
        var title = Prose.sentence(words, random.nextInt(4, 10), random);
        return new PostMetadata(
                number,
                timeOrdered(at, random),
                title.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + number,
                title,
                authorsAndTags.drawAuthors(random),
                authorsAndTags.drawTags(random),
                calendar.series(number),
                at);
    }

    public PublicPost post(int number) {
        var metadata = metadata(number);
        return post(metadata, 1, metadata.title(), WORDS);
    }

    /** A revision of a post, under another title or with a body of another length. */
    public PublicPost post(PostMetadata metadata, long revision, String title, int length) {
        var random = randomOf(metadata.number(), SALT_OF_BODIES);
        var standfirst = Prose.sentence(words, random.nextInt(12, 25), random) + ".";
        var body = new Prose(words, indicators(metadata.number()), random).write(length);
        return new PublicPost(
                metadata.id(),
                revision,
                metadata.slug(),
                List.of(),
                title,
                standfirst,
                body.html(),
                body.text(),
                body.text().substring(0, Math.min(EXCERPT, body.text().length())),
                metadata.bylines(),
                metadata.tags(),
                metadata.series(),
                metadata.series() == null ? null : Calendar.weekBefore(metadata.publishedAt()),
                "CLEAR",
                metadata.publishedAt(),
                metadata.publishedAt().plusSeconds(revision - 1),
                List.of(),
                "en");
    }

    private RandomGenerator randomOf(int number, long salt) {
        // Not the factor the generator steps by, or each post would say what the one before it said, a word later.
        var mixed = (seed * 31 + number) * 0xD1342543DE82EF95L ^ salt;
        return new SplittableRandom(mixed ^ mixed >>> 32);
    }

    /** A UUID of version 7 (RFC 9562 §5.7). */
    private static UUID timeOrdered(Instant at, RandomGenerator random) {
        var high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        var low = random.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
