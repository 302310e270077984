package org.vedette.embedded.store;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The values under which a document is indexed. There may be too many of them but never too few: the query matcher checks
 * every document that an index returns, and none that it does not.
 */
final class IndexedValues {

    private static final Set<Class<?>> INDEXABLE_TYPES = Set.of(
            String.class,
            Boolean.class,
            Instant.class,
            UUID.class,
            LegacyUUID.class,
            ObjectId.class,
            BinData.class,
            BsonTimestamp.class);

    private IndexedValues() {}

    /** Whether equality with this value means the same to the matcher and to an index. */
    static boolean isIndexable(@Nullable Object value) {
        if (value instanceof Number number) {
            return !Double.isNaN(number.doubleValue());
        }
        return value != null && INDEXABLE_TYPES.contains(value.getClass());
    }

    /** Every combination of the plain values that the document has at the paths. */
    static List<List<Object>> of(Document document, List<String> paths) {
        return combine(paths.stream().map(path -> at(document, path)).toList());
    }

    static List<List<Object>> combine(List<? extends Collection<Object>> choices) {
        List<List<Object>> combinations = List.of(List.of());
        for (var choice : choices) {
            var longer = new ArrayList<List<Object>>();
            for (var combination : combinations) {
                for (var value : choice) {
                    var extended = new ArrayList<Object>(combination);
                    extended.add(value);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private static Set<Object> at(Document document, String path) {
        var found = new LinkedHashSet<Object>();
        collect(document, List.of(path.split("\\.", -1)), found);
        return found;
    }

    private static void collect(@Nullable Object value, List<String> path, Set<Object> found) {
        if (path.isEmpty()) {
            collectLeaf(value, found);
        } else if (value instanceof Document document) {
            collect(document.get(path.get(0)), path.subList(1, path.size()), found);
        } else if (value instanceof Collection<?> elements) {
            var position = path.get(0).chars().allMatch(Character::isDigit);
            for (var element : elements) {
                collect(element, path, found);
                if (position) {
                    collect(element, path.subList(1, path.size()), found);
                }
            }
        }
    }

    private static void collectLeaf(@Nullable Object value, Set<Object> found) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collectLeaf(element, found));
        } else if (isIndexable(value)) {
            found.add(value);
        }
    }
}
