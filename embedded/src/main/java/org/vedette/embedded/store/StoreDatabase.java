package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.vedette.embedded.store.encoding.StoreKey;

/** One database: its collections and indexes are maps of the file. */
final class StoreDatabase extends AbstractSynchronizedMongoDatabase<StoreKey> {

    private static final String ID_INDEX = "_id_";

    private final MvMaps maps;

    StoreDatabase(String name, MvMaps maps, CursorRegistry cursors) {
        super(name, cursors);
        this.maps = maps;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<StoreKey> openOrCreateCollection(String collection, CollectionOptions options) {
        return new StoreCollection(this, collection, options, maps.documents(databaseName, collection), cursorRegistry);
    }

    @Override
    protected Index<StoreKey> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (name.equals(ID_INDEX)) {
            return new IdIndex(name, keys, maps.documents(databaseName, collection));
        }
        return new UniqueIndex(
                name,
                keys,
                sparse,
                maps.unique(databaseName, collection, name),
                maps.alwaysCandidates(databaseName, collection, name));
    }

    @Override
    protected Index<StoreKey> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SecondaryIndex(name, keys, sparse, maps.secondary(databaseName, collection, name));
    }

    @Override
    protected void dropIndex(MongoCollection<StoreKey> collection, String index) {
        super.dropIndex(collection, index);
        maps.removeIndex(databaseName, collection.getCollectionName(), index);
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        maps.removeCollection(databaseName, collection);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String to) {
        var before = collection.getCollectionName();
        super.moveCollection(from, collection, to);
        maps.moveCollection(from.getDatabaseName(), before, databaseName, to);
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        maps.removeDatabase(databaseName);
    }

    @Override
    protected long getFileSize() {
        return maps.sizeInBytes();
    }

    @Override
    protected long getStorageSize() {
        return maps.sizeInBytes();
    }
}
