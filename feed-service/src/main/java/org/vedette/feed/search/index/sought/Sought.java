package org.vedette.feed.search.index.sought;

import java.util.List;
import java.util.Optional;
import org.vedette.feed.search.Clause;

/**
 * A clause in the terms of the index.
 *
 * @param clause as it was typed
 * @param slots what must stand at which place; one for a word, several for a phrase
 */
public record Sought(Clause clause, List<Slot> slots) {

    /**
     * One place of a phrase.
     *
     * @param position place, counted from the first
     * @param terms what may stand there, the most wanted first; none when no post has it
     */
    public record Slot(int position, List<String> terms) {}

    public boolean isExcluded() {
        return clause.excluded();
    }

    /** The word it is when it is nothing more. */
    Optional<String> word() {
        return clause.kind() == Clause.Kind.WORD && slots.size() == 1
                ? slots.get(0).terms().stream().findFirst()
                : Optional.empty();
    }

    Sought orAnyOf(List<String> terms) {
        return new Sought(clause, List.of(new Slot(0, terms)));
    }
}
