package org.vedette.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that a query binds its paths to: a document that matches has one of them at the path. Only what is certain
 * is taken; null, regular expressions, arrays, and documents other than ids are left to the matcher.
 */
final class EqualityPredicates {

    private final Map<String, List<Object>> bound = new LinkedHashMap<>();

    private EqualityPredicates() {}

    static EqualityPredicates of(Document query) {
        EqualityPredicates conditions = new EqualityPredicates();
        conditions.take(query);
        return conditions;
    }

    /** The values bound to a path; null when it is not bound. */
    @Nullable
    List<Object> at(String path) {
        return bound.get(path);
    }

    private void take(Document query) {
        query.forEach((path, wanted) -> {
            if (path.equals("$and") && wanted instanceof Collection<?> all) {
                all.forEach(this::takePart);
            } else if (!path.startsWith("$")) {
                takeCondition(path, wanted);
            }
        });
    }

    private void takePart(@Nullable Object part) {
        if (part instanceof Document query) {
            take(query);
        }
    }

    private void takeCondition(String path, @Nullable Object wanted) {
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
        if (values.stream().allMatch(value -> isCertain(path, value))) {
            bound.merge(path, List.copyOf(values), (one, other) -> one.size() <= other.size() ? one : other);
        }
    }

    private static boolean isCertain(String path, @Nullable Object value) {
        return IndexedValues.isIndexable(value)
                || (path.equals(StoreIndex.ID) && value instanceof Document id && isExact(id));
    }

    /** Whether the matcher takes the document as a value: not as operators, nor as "null or missing" of a scalar. */
    private static boolean isExact(Document value) {
        return !value.isEmpty()
                && value.entrySet().stream()
                        .allMatch(field -> !field.getKey().startsWith("$")
                                && field.getValue() != null
                                && !(field.getValue() instanceof Document inner && !isExact(inner)));
    }
}
