package org.vedette.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.vedette.benchmarks.blog.SyntheticBlog;
import org.vedette.benchmarks.blog.Vocabulary;
import org.vedette.benchmarks.suite.Settings;
import org.vedette.benchmarks.suite.Suite;

/** What readers might look for in a made-up blog. */
final class QueryGenerator {

    /** The most frequent words say nothing; nobody looks for them alone. */
    private static final int FIRST_RANK = 150;

    private final SyntheticBlog blog;
    private final RandomGenerator random;

    private QueryGenerator(SyntheticBlog blog, RandomGenerator random) {
        this.blog = blog;
        this.random = random;
    }

    /** Reads what {@link Suite#blog} reads and {@code count}; prints one encoded query a line, each once. */
    public static void main(String... arguments) {
        var settings = Settings.of(arguments);
        var queries = new QueryGenerator(Suite.blog(settings), new SplittableRandom(settings.number("seed", 1)));
        var distinct = new LinkedHashSet<String>();
        while (distinct.size() < settings.number("count", 1_000)) {
            distinct.add(queries.next());
        }
        distinct.forEach(query -> System.out.println(URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    /** Four of ten are one word, three two words, two an indicator in any spelling, one has a typing error. */
    private String next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> word();
            case 4, 5, 6 -> word() + " " + word();
            case 7, 8 -> indicator();
            default -> mistyped(blog.words().ranked(random.nextInt(2_500, Vocabulary.SIZE)));
        };
    }

    /** As many of each order of magnitude. */
    private String word() {
        var exponent = random.nextDouble(Math.log(FIRST_RANK), Math.log(Vocabulary.SIZE));
        return blog.words().ranked((int) Math.exp(exponent));
    }

    private String indicator() {
        var indicators = blog.indicators(random.nextInt(blog.size()));
        return switch (random.nextInt(6)) {
            case 0 -> indicators.domain();
            case 1 -> indicators.domain().replace("[.]", ".");
            case 2 -> indicators.url();
            case 3 -> indicators.address().replace("[.]", ".");
            case 4 -> indicators.hash();
            default -> indicators.cve().toLowerCase(Locale.ROOT);
        };
    }

    private String mistyped(String word) {
        var position = random.nextInt(1, word.length());
        return word.substring(0, position) + (char) random.nextInt('a', 'z' + 1) + word.substring(position + 1);
    }
}
