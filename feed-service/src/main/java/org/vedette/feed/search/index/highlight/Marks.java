package org.vedette.feed.search.index.highlight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.vedette.feed.search.index.scan.Initials;
import org.vedette.feed.search.index.scan.TextScanner;
import org.vedette.feed.search.index.scan.Token;
import org.vedette.feed.search.index.sought.Sought;

/** Finds in a text the places of what is sought. */
final class Marks {

    /** Enough to choose from. */
    private static final int MOST = 64;

    /** How far to look for a better place once everything was seen. */
    private static final int FURTHER = 1_000;

    private final List<Sought> sought;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Initials initials;

    Marks(List<Sought> sought) {
        this.sought = sought.stream().filter(each -> !each.isExcluded()).toList();
        for (var number = 0; number < this.sought.size(); number++) {
            var slots = this.sought.get(number).slots();
            for (var slot = slots.size() - 1; slot >= 0; slot--) {
                for (var term : slots.get(slot).terms()) {
                    places.computeIfAbsent(term, any -> new ArrayList<>()).add(new Place(number, slot));
                }
            }
        }
        this.initials = Initials.of(places.keySet());
    }

    /** In the order of their beginnings; they may overlap. */
    List<Mark> in(String text) {
        var marks = new ArrayList<Mark>();
        var begun = new HashMap<Begun, Integer>();
        var seen = new HashSet<Integer>();
        var enough = text.length();
        var scanner = new TextScanner(text, initials);
        while (marks.size() < MOST && scanner.hasNext()) {
            var token = scanner.next();
            if (token.start() > enough) {
                break;
            }
            for (var place : places.getOrDefault(token.term(), List.of())) {
                var start = reached(token, place, begun);
                if (start >= 0) {
                    marks.add(new Mark(start, token.end(), place.sought()));
                    enough = seen.add(place.sought()) && seen.size() == sought.size() ? token.end() + FURTHER : enough;
                }
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    /** Where the whole begins that ends with this token; less than 0 when it does not end here. */
    private int reached(Token token, Place place, Map<Begun, Integer> begun) {
        var slots = sought.get(place.sought()).slots();
        var origin = token.position() - slots.get(place.slot()).position();
        var start = place.slot() == 0
                ? Integer.valueOf(token.start())
                : begun.remove(new Begun(place.sought(), place.slot(), origin));
        if (start == null || place.slot() == slots.size() - 1) {
            return start == null ? -1 : start;
        }
        begun.put(new Begun(place.sought(), place.slot() + 1, origin), start);
        return -1;
    }

    /** Where a term belongs: to a slot of something sought. */
    private record Place(int sought, int slot) {}

    /** A phrase that was read up to a slot. */
    private record Begun(int sought, int slot, int origin) {}
}
