package org.vedette.feed.search.index.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the pieces of a text that show most of what was sought. */
final class Fragments {

    /** Marks nearer than this to each other are shown together. */
    private static final int REACH = 150;

    /** Seeing another thing is worth more than seeing the same again. */
    private static final int OTHER_THING = 10;

    private static final int SAME_THING_AGAIN = 5;

    private Fragments() {}

    /** One or two, in the order of the text; none of an empty one. */
    static List<Fragment> of(String text, List<Mark> marks) {
        if (text.isBlank()) {
            return List.of();
        }
        if (marks.isEmpty()) {
            return List.of(Fragment.beginning(text));
        }
        var best = best(marks, Set.of());
        var first = Fragment.around(text, best.get(0).start(), end(best));
        var others = marks.stream()
                .filter(mark -> mark.end() <= first.start() || mark.start() >= first.end())
                .toList();
        var chosen = new ArrayList<>(List.of(first));
        if (!others.isEmpty()) {
            var second = best(others, things(best));
            chosen.add(apart(Fragment.around(text, second.get(0).start(), end(second)), first));
        }
        chosen.sort(Comparator.comparingInt(Fragment::start));
        return chosen;
    }

    /** Two that would overlap stand next to each other. */
    private static Fragment apart(Fragment second, Fragment first) {
        return second.start() < first.start()
                ? second.until(Math.min(second.end(), first.start()))
                : second.from(Math.max(second.start(), first.end()));
    }

    /** The marks of the best piece. */
    private static List<Mark> best(List<Mark> marks, Set<Integer> shown) {
        var best = List.<Mark>of();
        var bestWorth = -1;
        var end = 0;
        for (var begin = 0; begin < marks.size(); begin++) {
            while (end < marks.size()
                    && marks.get(end).end() <= marks.get(begin).start() + REACH) {
                end++;
            }
            var piece = marks.subList(begin, Math.max(end, begin + 1));
            var worth = worth(piece, shown);
            if (worth > bestWorth) {
                best = piece;
                bestWorth = worth;
            }
        }
        return best;
    }

    private static int worth(List<Mark> piece, Set<Integer> shown) {
        var things = things(piece);
        things.removeAll(shown);
        return things.size() * OTHER_THING + Math.min(piece.size(), SAME_THING_AGAIN);
    }

    private static Set<Integer> things(List<Mark> piece) {
        var things = new HashSet<Integer>();
        piece.forEach(mark -> things.add(mark.sought()));
        return things;
    }

    private static int end(List<Mark> piece) {
        return piece.stream().mapToInt(Mark::end).max().orElse(0);
    }
}
