package org.vedette.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;
import org.vedette.embedded.store.encoding.StoreKey;

/** An index that the query planner can use. */
abstract class StoreIndex extends Index<StoreKey> {

    static final String ID = "_id";

    StoreIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The paths of the index, in order. */
    List<String> paths() {
        return keys();
    }

    /** The positions of all documents that have these values, one for each path, and perhaps of others. */
    abstract Stream<StoreKey> lookUp(List<Object> values);

    @Override
    public StoreKey getPosition(Document document) {
        return StoreKey.ofId(document.get(ID));
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<StoreKey> getPositions(Document query) {
        throw new UnsupportedOperationException("the query planner asks lookUp");
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // The entries go with their map.
    }
}
