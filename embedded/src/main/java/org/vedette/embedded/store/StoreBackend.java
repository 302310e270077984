package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/** Answers commands from the maps of one file; whatever may have written is committed before its reply. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify", "aggregate");
    private static final Set<String> SCHEMA_COMMANDS = Set.of(
            "create", "createindexes", "drop", "dropdatabase", "dropindexes", "deleteindexes", "renamecollection");

    private final MVStore store;
    private final MvMaps maps;
    private final GroupCommit gate;
    private final Map<String, MongoDatabase> databases = new ConcurrentHashMap<>();

    StoreBackend(MVStore store, GroupCommit gate) {
        this.store = store;
        this.maps = new MvMaps(store);
        this.gate = gate;
        maps.databases().forEach(this::resolveDatabase);
        store.commit();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, key -> new StoreDatabase(key, maps, getCursorRegistry()));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> handling = () -> super.handleCommand(channel, database, command, query);
        String name = command.toLowerCase(Locale.ROOT);
        if (WRITES.contains(name)) {
            return gate.write(handling);
        }
        return SCHEMA_COMMANDS.contains(name) ? gate.restructure(handling) : handling.get();
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
