package org.vedette.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vedette.embedded.store.encoding.StoreKey;

/** An index and the values to look up in it; the documents found are still matched with the whole query. */
record QueryPlan(StoreIndex index, List<List<Object>> values) {

    /** With more lookups, a scan of the collection is faster. */
    private static final int MAX_LOOKUPS = 100_000;

    private static final Comparator<QueryPlan> BEST_FIRST = Comparator.comparing(
                    (QueryPlan plan) -> plan.index().isUnique())
            .thenComparing(plan -> plan.index().paths().size())
            .reversed();

    static Optional<QueryPlan> of(Document query, List<Index<StoreKey>> indexes) {
        var predicates = EqualityPredicates.of(query);
        return indexes.stream()
                .filter(StoreIndex.class::isInstance)
                .map(StoreIndex.class::cast)
                .flatMap(index -> forIndex(index, predicates).stream())
                .min(BEST_FIRST);
    }

    Set<StoreKey> positions() {
        var positions = new LinkedHashSet<StoreKey>();
        values.forEach(each -> index.lookUp(each).forEach(positions::add));
        return positions;
    }

    private static Optional<QueryPlan> forIndex(StoreIndex index, EqualityPredicates predicates) {
        var choices = new ArrayList<List<Object>>();
        var lookups = 1L;
        for (var path : index.paths()) {
            var values = predicates.at(path);
            if (values == null) {
                return Optional.empty();
            }
            choices.add(values);
            lookups = Math.min(lookups * values.size(), Integer.MAX_VALUE);
        }
        return lookups > MAX_LOOKUPS
                ? Optional.empty()
                : Optional.of(new QueryPlan(index, IndexedValues.combine(choices)));
    }
}
