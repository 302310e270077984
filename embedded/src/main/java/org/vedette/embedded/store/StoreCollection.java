package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.store.encoding.BsonBytes;
import org.vedette.embedded.store.encoding.StoreKey;

/** One collection; documents are stored as bytes, so every reader has a copy of its own. */
final class StoreCollection extends AbstractSynchronizedMongoCollection<StoreKey> {

    private final MVMap<StoreKey, byte[]> documents;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<StoreKey, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected synchronized QueryResult queryDocuments(
            Document query, @Nullable Document sort, int skip, int limit, int batch, @Nullable Document fields) {
        var plan = isNaturalDescending(sort) ? Optional.<QueryPlan>empty() : QueryPlan.of(query, getIndexes());
        return plan.map(found -> matchDocuments(query, found.positions(), sort, skip, limit, batch, fields))
                .orElseGet(() -> matchDocuments(query, sort, skip, limit, batch, fields));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document sort, int skip, int limit, int batch, @Nullable Document fields) {
        var scanned = isNaturalDescending(sort)
                ? documents.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .map(entry -> BsonBytes.decode(entry.getValue()))
                : documents.values().stream().map(BsonBytes::decode);
        return matchDocumentsFromStream(scanned, query, sort, skip, limit, batch, fields);
    }

    @Override
    public synchronized void addIndex(Index<StoreKey> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String index) {
        super.dropIndex(index);
    }

    @Override
    protected StoreKey addDocumentInternal(Document document) {
        var idField = getIdField();
        var position = StoreKey.ofId(idField == null ? new ObjectId() : document.get(idField));
        documents.put(position, BsonBytes.encode(document));
        return position;
    }

    @Override
    protected Document getDocument(StoreKey position) {
        return BsonBytes.decode(Objects.requireNonNull(documents.get(position), "no document there"));
    }

    @Override
    protected void handleUpdate(StoreKey position, Document before, Document after) {
        documents.put(position, BsonBytes.encode(after));
    }

    @Override
    protected void removeDocument(StoreKey position) {
        documents.remove(position);
    }

    @Override
    protected Stream<DocumentWithPosition<StoreKey>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(BsonBytes.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        // Not tracked: it would cost a second written page with every change, and is summed when asked for.
    }

    @Override
    protected int getDataSize() {
        var bytes = documents.values().stream()
                .mapToLong(document -> document.length)
                .sum();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
