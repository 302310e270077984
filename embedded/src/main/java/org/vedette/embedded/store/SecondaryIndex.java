package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.vedette.embedded.store.encoding.BytesType;
import org.vedette.embedded.store.encoding.StoreKey;

/** A non-unique index: an entry is a key followed by the position of the document. */
final class SecondaryIndex extends StoreIndex {

    private final MVMap<StoreKey, byte[]> entries;

    SecondaryIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<StoreKey, byte[]> entries) {
        super(name, keys, sparse);
        this.entries = entries;
    }

    @Override
    Stream<StoreKey> lookUp(List<Object> values) {
        var key = StoreKey.of(values);
        var found = Stream.<StoreKey>builder();
        var from = entries.keyIterator(key);
        while (from.hasNext()) {
            var entry = from.next();
            if (!entry.startsWith(key)) {
                break;
            }
            found.add(entry.removePrefix(key));
        }
        return found.build();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<StoreKey> collection) {
        // Refuses nothing.
    }

    @Override
    public void add(Document document, StoreKey position, MongoCollection<StoreKey> collection) {
        entriesOf(document, position).forEach(entry -> entries.put(entry, BytesType.EMPTY));
    }

    @Override
    public StoreKey remove(Document document) {
        var position = getPosition(document);
        entriesOf(document, position).forEach(entries::remove);
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<StoreKey> collection) {
        // Refuses nothing.
    }

    @Override
    public void updateInPlace(
            Document before, Document after, StoreKey position, MongoCollection<StoreKey> collection) {
        var old = entriesOf(before, position);
        var now = entriesOf(after, position);
        old.stream().filter(entry -> !now.contains(entry)).forEach(entries::remove);
        now.stream().filter(entry -> !old.contains(entry)).forEach(entry -> entries.put(entry, BytesType.EMPTY));
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }

    private Set<StoreKey> entriesOf(Document document, StoreKey position) {
        var found = new LinkedHashSet<StoreKey>();
        for (var values : IndexedValues.of(document, keys())) {
            found.add(StoreKey.of(values).concat(position));
        }
        return found;
    }
}
