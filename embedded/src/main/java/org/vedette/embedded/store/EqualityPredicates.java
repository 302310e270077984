package org.vedette.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The equality and {@code $in} predicates of a query, by path: a document that matches has one of the values at the path.
 * Null, regular expressions, arrays, and documents other than ids are left to the matcher.
 */
final class EqualityPredicates {

    private final Map<String, List<Object>> bound = new LinkedHashMap<>();

    private EqualityPredicates() {}

    static EqualityPredicates of(Document query) {
        var predicates = new EqualityPredicates();
        predicates.add(query);
        return predicates;
    }

    /** The values bound to a path; null when it is not bound. */
    @Nullable
    List<Object> at(String path) {
        return bound.get(path);
    }

    private void add(Document query) {
        query.forEach((path, wanted) -> {
            if (path.equals("$and") && wanted instanceof Collection<?> all) {
                all.forEach(this::addConjunct);
            } else if (!path.startsWith("$")) {
                addPredicate(path, wanted);
            }
        });
    }

    private void addConjunct(@Nullable Object part) {
        if (part instanceof Document query) {
            add(query);
        }
    }

    private void addPredicate(String path, @Nullable Object wanted) {
        // With a second operator the matcher may, inside arrays, look at that one alone.
        if (wanted instanceof Document operators && operators.size() == 1) {
            if (operators.containsKey("$eq")) {
                bind(path, Collections.singletonList(operators.get("$eq")));
                return;
            }
            if (operators.get("$in") instanceof Collection<?> choices) {
                bind(path, choices);
                return;
            }
        }
        bind(path, Collections.singletonList(wanted));
    }

    private void bind(String path, Collection<? extends @Nullable Object> values) {
        if (values.stream().allMatch(value -> isIndexable(path, value))) {
            bound.merge(path, List.copyOf(values), (one, other) -> one.size() <= other.size() ? one : other);
        }
    }

    private static boolean isIndexable(String path, @Nullable Object value) {
        return IndexedValues.isIndexable(value)
                || (path.equals(StoreIndex.ID) && value instanceof Document id && isLiteral(id));
    }

    /** Whether the matcher compares the document as a value: it has no operators and no null. */
    private static boolean isLiteral(Document value) {
        return !value.isEmpty()
                && value.entrySet().stream()
                        .allMatch(field -> !field.getKey().startsWith("$")
                                && field.getValue() != null
                                && !(field.getValue() instanceof Document inner && !isLiteral(inner)));
    }
}
