package org.vedette.feed.projection.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The offsets of a projection version as a document beside the registry: {@code {_id: "offsets:entries", next: {"0": 7}}}.
 */
final class OffsetDocuments {

    private static final String PREFIX = "offsets:";
    private static final String NEXT = "next";

    private OffsetDocuments() {}

    static String id(String version) {
        return PREFIX + version;
    }

    /** Raises the offsets of the given partitions and leaves the others. */
    static Document raise(Map<Integer, Long> next) {
        var fields = new Document();
        next.forEach((partition, offset) -> fields.append(NEXT + "." + partition, offset));
        return new Document("$max", fields);
    }

    static Map<Integer, Long> read(Document document) {
        return document.get(NEXT, new Document()).entrySet().stream()
                .collect(Collectors.toMap(
                        next -> Integer.valueOf(next.getKey()), next -> ((Number) next.getValue()).longValue()));
    }
}
