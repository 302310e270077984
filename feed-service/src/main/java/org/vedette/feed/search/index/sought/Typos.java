package org.vedette.feed.search.index.sought;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vedette.feed.search.Forgiven;

/**
 * Takes words that hardly any post has for words that posts have. Indicators, numbers and short words are meant as they
 * are typed.
 */
public final class Typos {

    /** With so few posts a word may be a slip of the pen in the posts themselves. */
    public static final int FEW = 3;

    private static final int SHORTEST = 4;
    private static final int SHORTEST_FOR_TWO_SLIPS = 8;
    private static final int MOST_WORDS = 3;

    private final Dictionary dictionary;
    private final List<Forgiven> forgiven = new ArrayList<>();

    public Typos(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** What was forgiven so far. */
    public List<Forgiven> forgiven() {
        return List.copyOf(forgiven);
    }

    public List<Sought> forgive(List<Sought> sought) throws IOException {
        var all = new ArrayList<Sought>();
        for (var each : sought) {
            all.add(forgive(each));
        }
        return List.copyOf(all);
    }

    private Sought forgive(Sought sought) throws IOException {
        var word = sought.word().filter(Typos::mayBeMistyped).orElse("");
        if (word.isEmpty() || sought.isExcluded()) {
            return sought;
        }
        var posts = dictionary.posts(word);
        var meant = posts >= FEW ? List.<String>of() : meant(word);
        if (meant.isEmpty()) {
            return sought;
        }
        forgiven.add(new Forgiven(sought.clause().text(), meant));
        var terms = new LinkedHashSet<String>(posts > 0 ? List.of(word) : List.of());
        terms.addAll(meant);
        return sought.orAnyOf(List.copyOf(terms));
    }

    private List<String> meant(String word) throws IOException {
        var near = dictionary.like(word, 1, MOST_WORDS);
        if (isCommon(near) || word.length() < SHORTEST_FOR_TWO_SLIPS) {
            return words(near.stream());
        }
        var far = dictionary.like(word, 2, MOST_WORDS);
        return words(isCommon(far) || near.isEmpty() ? far.stream() : near.stream());
    }

    private static boolean isCommon(List<Map.Entry<String, Integer>> words) {
        return !words.isEmpty() && words.get(0).getValue() >= FEW;
    }

    private static List<String> words(Stream<Map.Entry<String, Integer>> counted) {
        return counted.map(Map.Entry::getKey).toList();
    }

    private static boolean mayBeMistyped(String word) {
        return word.codePointCount(0, word.length()) >= SHORTEST
                && word.codePoints().allMatch(Character::isLetter);
    }
}
