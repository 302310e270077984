package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.vedette.embedded.store.encoding.BsonBytes;
import org.vedette.embedded.store.encoding.StoreKey;

/** The index on {@code _id}: the map of the documents itself, whose keys are the ids. */
final class IdIndex extends StoreIndex {

    private final MVMap<StoreKey, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<StoreKey, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    Stream<StoreKey> lookUp(List<Object> values) {
        return Stream.of(StoreKey.of(values)).filter(documents::containsKey);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoreKey> collection) {
        if (documents.containsKey(getPosition(document))) {
            var key = new KeyValue(Collections.singletonList(document.get(ID)));
            throw new DuplicateKeyError(this, collection, getKeys(), key);
        }
    }

    @Override
    public void add(Document document, StoreKey position, MongoCollection<StoreKey> collection) {
        // The document is the entry.
    }

    @Override
    public StoreKey remove(Document document) {
        return getPosition(document);
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    /** Refuses what cannot be stored before any index has changed; ids do not change. */
    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoreKey> collection) {
        var unused = BsonBytes.encode(after);
    }

    @Override
    public void updateInPlace(
            Document before, Document after, StoreKey position, MongoCollection<StoreKey> collection) {
        // Ids do not change.
    }
}
