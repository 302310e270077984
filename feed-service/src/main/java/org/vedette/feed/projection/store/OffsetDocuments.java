package org.vedette.feed.projection.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.vedette.feed.projection.ProjectedOffsets;

/**
 * The offsets of a projection version as a document beside the registry: {@code {_id: "offsets:entries", next: {"0": 7}}},
 * with {@code incomplete: true} when events before them may be missing.
 */
final class OffsetDocuments {

    private static final String PREFIX = "offsets:";
    private static final String NEXT = "next";
    private static final String INCOMPLETE = "incomplete";

    private OffsetDocuments() {}

    static String id(String version) {
        return PREFIX + version;
    }

    static List<String> ids(Collection<String> versions) {
        return versions.stream().map(OffsetDocuments::id).toList();
    }

    static String version(Document document) {
        return document.getString(RegistryDocuments.ID).substring(PREFIX.length());
    }

    /** Inserts a document without offsets where there is none. */
    static Document begin() {
        return new Document("$setOnInsert", new Document(NEXT, new Document()));
    }

    static Document markIncomplete() {
        return begin().append("$set", new Document(INCOMPLETE, true));
    }

    /** Raises the offsets of the given partitions and leaves the others. */
    static Document raise(Map<Integer, Long> next) {
        var fields = new Document();
        next.forEach((partition, offset) -> fields.append(NEXT + "." + partition, offset));
        return new Document("$max", fields);
    }

    static ProjectedOffsets read(Document document) {
        Map<Integer, Long> offsets = document.get(NEXT, new Document()).entrySet().stream()
                .collect(Collectors.toMap(
                        next -> Integer.valueOf(next.getKey()), next -> ((Number) next.getValue()).longValue()));
        return new ProjectedOffsets(offsets, document.getBoolean(INCOMPLETE, false));
    }
}
