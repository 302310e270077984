package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.vedette.embedded.store.encoding.BytesType;
import org.vedette.embedded.store.encoding.StoreKey;

/**
 * A unique index. Its keys are those of mongo-java-server; a document that the matcher can also find by other values
 * (nested arrays, positions in arrays) is a candidate of every lookup.
 */
final class UniqueIndex extends StoreIndex {

    private final MVMap<StoreKey, StoreKey> positions;
    private final MVMap<StoreKey, byte[]> alwaysCandidates;

    UniqueIndex(
            String name,
            List<IndexKey> keys,
            boolean sparse,
            MVMap<StoreKey, StoreKey> positions,
            MVMap<StoreKey, byte[]> alwaysCandidates) {
        super(name, keys, sparse);
        this.positions = positions;
        this.alwaysCandidates = alwaysCandidates;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    Stream<StoreKey> lookUp(List<Object> values) {
        return Stream.concat(Stream.ofNullable(positions.get(StoreKey.of(values))), alwaysCandidates.keySet().stream());
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoreKey> collection) {
        checkUpdate(document, document, collection);
    }

    @Override
    public void add(Document document, StoreKey position, MongoCollection<StoreKey> collection) {
        keysOf(document).keySet().forEach(key -> positions.put(key, position));
        updateCandidates(document, position);
    }

    @Override
    public StoreKey remove(Document document) {
        var position = getPosition(document);
        keysOf(document).keySet().forEach(key -> positions.remove(key, position));
        alwaysCandidates.remove(position);
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoreKey> collection) {
        var own = getPosition(before);
        keysOf(after).forEach((key, values) -> {
            var taken = positions.get(key);
            if (taken != null && !taken.equals(own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), values);
            }
        });
    }

    @Override
    public void updateInPlace(
            Document before, Document after, StoreKey position, MongoCollection<StoreKey> collection) {
        var old = keysOf(before);
        var now = keysOf(after);
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(key -> positions.remove(key, position));
        now.keySet().stream().filter(key -> !old.containsKey(key)).forEach(key -> positions.put(key, position));
        updateCandidates(after, position);
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    private Map<StoreKey, KeyValue> keysOf(Document document) {
        return isSparse() && paths().stream().noneMatch(path -> hasValue(document, path))
                ? Map.of()
                : getKeyValues(document).stream().collect(Collectors.toMap(StoreKey::of, values -> values));
    }

    private static boolean hasValue(Document document, String path) {
        var value = Utils.getSubdocumentValueCollectionAware(document, path);
        return value instanceof Collection<?> elements
                ? elements.stream().anyMatch(element -> !(element instanceof Missing))
                : !(value instanceof Missing);
    }

    private void updateCandidates(Document document, StoreKey position) {
        var found = IndexedValues.of(document, paths()).stream()
                .allMatch(values -> position.equals(positions.get(StoreKey.of(values))));
        if (found) {
            alwaysCandidates.remove(position);
        } else {
            alwaysCandidates.put(position, BytesType.EMPTY);
        }
    }
}
