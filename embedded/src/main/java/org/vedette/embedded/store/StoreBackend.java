package org.vedette.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.vedette.embedded.store.file.DiskSpace;
import org.vedette.embedded.store.file.GroupCommit;
import org.vedette.embedded.store.file.ReopeningStore;
import org.vedette.embedded.store.file.StoreUnavailableException;

/** Answers commands from the maps of one store; every write is committed before its reply. */
final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findandmodify");
    private static final Set<String> WRITING_STAGES = Set.of("$out", "$merge");
    private static final Set<String> SCHEMA_COMMANDS = Set.of(
            "create", "createindexes", "drop", "dropdatabase", "dropindexes", "deleteindexes", "renamecollection");

    private final ReopeningStore store;
    private final GroupCommit commits;
    private volatile MvMaps maps;
    private final Map<String, MongoDatabase> databases = new ConcurrentHashMap<>();

    StoreBackend(ReopeningStore store, DiskSpace space) {
        this.store = store;
        this.commits = new GroupCommit(store, space, this::loadDatabases);
        this.maps = new MvMaps(store.current().store());
        maps.databases().forEach(this::resolveDatabase);
        store.commit(store.current());
    }

    GroupCommit commits() {
        return commits;
    }

    /**
     * Forgets the maps of the closed store: its databases, collections and indexes hold them. Ours are forgotten first, or
     * a query in between would make the backend keep a closed one.
     */
    private void loadDatabases() {
        maps = new MvMaps(store.current().store());
        databases.clear();
        super.close();
        maps.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, key -> new StoreDatabase(key, maps, getCursorRegistry()));
    }

    /** Answers a refusal with its code; the server would log each one as an error, with the document. */
    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (StoreUnavailableException e) {
            return new Document("ok", 0)
                    .append("errmsg", e.getMessageWithoutErrorCode())
                    .append("code", e.getCode())
                    .append("codeName", e.getCodeName());
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        Supplier<Document> handling = () -> super.handleCommand(channel, database, command, query);
        var name = command.toLowerCase(Locale.ROOT);
        if (WRITES.contains(name) || isWritingPipeline(name, query)) {
            return commits.write(handling);
        }
        return SCHEMA_COMMANDS.contains(name) ? commits.writeAlone(handling) : read(handling);
    }

    private static boolean isWritingPipeline(String command, Document query) {
        return command.equals("aggregate")
                && query.get("pipeline") instanceof Collection<?> stages
                && stages.stream().anyMatch(StoreBackend::isWritingStage);
    }

    private static boolean isWritingStage(Object stage) {
        return stage instanceof Document document && document.keySet().stream().anyMatch(WRITING_STAGES::contains);
    }

    /** A command that only reads is repeated when a failed write of another has closed the store meanwhile. */
    private Document read(Supplier<Document> handling) {
        try {
            return handling.get();
        } catch (MVStoreException e) {
            commits.reopenIfClosed();
        }
        try {
            return handling.get();
        } catch (MVStoreException e) {
            throw StoreUnavailableException.closed(e);
        }
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    @Override
    public void close() {
        super.close();
        commits.close();
    }
}
