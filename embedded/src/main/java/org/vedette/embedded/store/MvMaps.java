package org.vedette.embedded.store;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.vedette.embedded.store.encoding.BytesType;
import org.vedette.embedded.store.encoding.StoreKey;
import org.vedette.embedded.store.encoding.StoreKeyType;

/** The maps of the store: one with the documents of each collection, and those of its indexes. */
final class MvMaps {

    private static final String DOCUMENTS = "documents";
    private static final String UNIQUE = "unique";
    private static final String STRAYS = "strays";
    private static final String SECONDARY = "secondary";

    private static final List<String> INDEXES = List.of(UNIQUE, STRAYS, SECONDARY);

    private final MVStore store;

    MvMaps(MVStore store) {
        this.store = store;
    }

    /** Position (the key of the document's id) to document. */
    MVMap<StoreKey, byte[]> documents(String database, String collection) {
        return bytes(name(DOCUMENTS, database, collection));
    }

    /** Key to position. */
    MVMap<StoreKey, StoreKey> unique(String database, String collection, String index) {
        return store.openMap(
                name(UNIQUE, database, collection, index),
                new MVMap.Builder<StoreKey, StoreKey>()
                        .keyType(StoreKeyType.INSTANCE)
                        .valueType(StoreKeyType.INSTANCE));
    }

    /** Positions of the documents that are candidates of every lookup; stored under the name {@code strays}. */
    MVMap<StoreKey, byte[]> alwaysCandidates(String database, String collection, String index) {
        return bytes(name(STRAYS, database, collection, index));
    }

    /** Key followed by position, to nothing. */
    MVMap<StoreKey, byte[]> secondary(String database, String collection, String index) {
        return bytes(name(SECONDARY, database, collection, index));
    }

    Set<String> databases() {
        return names(name(DOCUMENTS) + "/").stream()
                .map(name -> name.split("/", -1)[1])
                .map(encoded -> URLDecoder.decode(encoded, StandardCharsets.UTF_8))
                .collect(Collectors.toUnmodifiableSet());
    }

    void removeIndex(String database, String collection, String index) {
        INDEXES.forEach(kind -> store.removeMap(name(kind, database, collection, index)));
    }

    void removeCollection(String database, String collection) {
        store.removeMap(name(DOCUMENTS, database, collection));
        INDEXES.forEach(kind -> removeAll(name(kind, database, collection) + "/"));
    }

    void removeDatabase(String database) {
        removeAll(name(DOCUMENTS, database) + "/");
        INDEXES.forEach(kind -> removeAll(name(kind, database) + "/"));
    }

    void moveCollection(String fromDatabase, String from, String toDatabase, String to) {
        rename(name(DOCUMENTS, fromDatabase, from), name(DOCUMENTS, toDatabase, to));
        for (var kind : INDEXES) {
            var before = name(kind, fromDatabase, from) + "/";
            var after = name(kind, toDatabase, to) + "/";
            names(before).forEach(index -> rename(index, after + index.substring(before.length())));
        }
    }

    long sizeInBytes() {
        var file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    private MVMap<StoreKey, byte[]> bytes(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<StoreKey, byte[]>()
                        .keyType(StoreKeyType.INSTANCE)
                        .valueType(BytesType.INSTANCE));
    }

    private void rename(String from, String to) {
        store.renameMap(store.openMap(from), to);
    }

    private void removeAll(String prefix) {
        names(prefix).forEach(store::removeMap);
    }

    private List<String> names(String prefix) {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    private static String name(String... parts) {
        return Arrays.stream(parts)
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }
}
