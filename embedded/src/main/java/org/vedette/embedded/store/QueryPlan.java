package org.vedette.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An index to ask and the values to ask it for; what it finds is still matched with the whole query. */
record QueryPlan(StoreIndex index, List<List<Object>> values) {

    /** Above this, reading everything once is the better plan. */
    private static final int MOST_LOOK_UPS = 100_000;

    private static final Comparator<QueryPlan> BEST_FIRST = Comparator.comparing(
                    (QueryPlan plan) -> plan.index().isUnique())
            .thenComparing(plan -> plan.index().paths().size())
            .reversed();

    static Optional<QueryPlan> of(Document query, List<Index<StoreKey>> indexes) {
        Conditions conditions = Conditions.of(query);
        return indexes.stream()
                .filter(StoreIndex.class::isInstance)
                .map(StoreIndex.class::cast)
                .flatMap(index -> forIndex(index, conditions).stream())
                .min(BEST_FIRST);
    }

    Set<StoreKey> positions() {
        Set<StoreKey> positions = new LinkedHashSet<>();
        values.forEach(each -> index.lookUp(each).forEach(positions::add));
        return positions;
    }

    private static Optional<QueryPlan> forIndex(StoreIndex index, Conditions conditions) {
        List<List<Object>> choices = new ArrayList<>();
        long lookUps = 1;
        for (String path : index.paths()) {
            List<Object> values = conditions.at(path);
            if (values == null) {
                return Optional.empty();
            }
            choices.add(values);
            lookUps = Math.min(lookUps * values.size(), Integer.MAX_VALUE);
        }
        return lookUps > MOST_LOOK_UPS
                ? Optional.empty()
                : Optional.of(new QueryPlan(index, IndexedValues.combine(choices)));
    }
}
