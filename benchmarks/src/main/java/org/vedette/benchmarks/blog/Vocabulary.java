package org.vedette.benchmarks.blog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Made-up words by rank; the frequent ones are short. */
public final class Vocabulary {

    public static final int SIZE = 20_000;

    private static final String ONSETS = "b c d f g h k l m n p r s t v w br cr dr fl gr pl pr st tr th sh";
    private static final String VOWELS = "a e i o u ea ai ou";
    private static final String CODAS = "- - n r s t l m rd nt st ck";

    /** From each of these ranks on, words have a syllable more. */
    private static final int[] LONGER_FROM = {100, 2_500, 12_000};

    private final List<String> words;
    private final ZipfDistribution ranks = new ZipfDistribution(SIZE);

    private Vocabulary(List<String> words) {
        this.words = words;
    }

    static Vocabulary of(long seed) {
        var random = new SplittableRandom(seed);
        var words = new LinkedHashSet<String>();
        while (words.size() < SIZE) {
            words.add(word(words.size(), random));
        }
        return new Vocabulary(List.copyOf(words));
    }

    /** A word as often as it occurs in a text. */
    String draw(RandomGenerator random) {
        return words.get(ranks.draw(random));
    }

    /** The word of a rank; 0 is the most frequent one. */
    public String ranked(int rank) {
        return words.get(rank);
    }

    private static String word(int rank, RandomGenerator random) {
        var word = new StringBuilder(syllable(random));
        for (int from : LONGER_FROM) {
            if (rank >= from) {
                word.append(syllable(random));
            }
        }
        return word.toString();
    }

    private static String syllable(RandomGenerator random) {
        return (oneOf(ONSETS, random) + oneOf(VOWELS, random) + oneOf(CODAS, random)).replace("-", "");
    }

    private static String oneOf(String parts, RandomGenerator random) {
        var all = List.of(parts.split(" ", -1));
        return all.get(random.nextInt(all.size()));
    }
}
