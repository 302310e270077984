package org.vedette.benchmarks.blog;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vedette.events.Byline;

/** The authors of a blog and the tags they use, each from the most to the least frequent one. */
final class AuthorsAndTags {

    private static final int AUTHORS = 40;
    private static final int TAGS = 200;

    private static final List<String> FIRST_NAMES =
            List.of("Ada", "Grace", "Alan", "Edith", "Hedy", "Karl", "Mary", "Niels", "Olga", "Paul");
    private static final List<String> AFFILIATIONS =
            List.of("Example Labs", "Sample Response Team", "Institute for Instances", "Placeholder Security");

    private final List<Byline> authors;
    private final List<String> tags;
    private final ZipfDistribution authorRanks = new ZipfDistribution(AUTHORS);
    private final ZipfDistribution tagRanks = new ZipfDistribution(TAGS);

    /** Surnames and tags come from the middle of the vocabulary, where words are long enough to be both. */
    AuthorsAndTags(Vocabulary words, long seed) {
        var random = new SplittableRandom(seed);
        this.authors = IntStream.range(0, AUTHORS)
                .mapToObj(number -> author(number, words.ranked(3_000 + number), random))
                .toList();
        this.tags = IntStream.range(0, TAGS)
                .mapToObj(number -> words.ranked(4_000 + number))
                .toList();
    }

    List<Byline> authors() {
        return authors;
    }

    List<String> tags() {
        return tags;
    }

    List<Byline> drawAuthors(RandomGenerator random) {
        return Stream.generate(() -> authors.get(authorRanks.draw(random)))
                .distinct()
                .limit(random.nextInt(10) < 7 ? 1 : 2)
                .toList();
    }

    List<String> drawTags(RandomGenerator random) {
        return Stream.generate(() -> tags.get(tagRanks.draw(random)))
                .distinct()
                .limit(random.nextInt(2, 6))
                .toList();
    }

    private static Byline author(int number, String surname, RandomGenerator random) {
        return new Byline(
                FIRST_NAMES.get(number % FIRST_NAMES.size()) + " "
                        + surname.substring(0, 1).toUpperCase(Locale.ROOT) + surname.substring(1),
                AFFILIATIONS.get(random.nextInt(AFFILIATIONS.size())));
    }
}
