package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index; which keys a document has is inherited, so that the same documents are refused as upstream. */
final class UniqueIndex extends AbstractUniqueIndex<StoreKey> implements LookupIndex {

    private final MVMap<StoreKey, StoreKey> positions;

    UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<StoreKey, StoreKey> positions) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    public List<String> paths() {
        return keys();
    }

    /** Through arrays in the middle of a path the matcher reaches values (a.0, nested arrays) that have no key here. */
    @Override
    public boolean findsEveryMatch() {
        return keys().stream().noneMatch(path -> path.contains("."));
    }

    @Override
    public Stream<StoreKey> lookUp(List<Object> values) {
        return Stream.ofNullable(positions.get(StoreKey.of(values)));
    }

    @Override
    protected @Nullable StoreKey removeDocument(KeyValue key) {
        return positions.remove(StoreKey.of(key));
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, StoreKey position) {
        return positions.putIfAbsent(StoreKey.of(key), position) == null;
    }

    @Override
    protected @Nullable StoreKey getPosition(KeyValue key) {
        return positions.get(StoreKey.of(key));
    }

    @Override
    public StoreKey getPosition(Document document) {
        return StoreKey.ofId(document.get(IdIndex.ID));
    }

    /** A document with an empty array has no key, and a position all the same. */
    @Override
    public synchronized StoreKey remove(Document document) {
        StoreKey removed = super.remove(document);
        return removed == null ? getPosition(document) : removed;
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<StoreKey> collection) {
        if (getKeyValues(before).isEmpty()) {
            checkAdd(after, collection);
        } else {
            super.checkUpdate(before, after, collection);
        }
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    protected Iterable<Entry<KeyValue, StoreKey>> getIterable() {
        throw new UnsupportedOperationException("the query planner asks lookUp");
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
