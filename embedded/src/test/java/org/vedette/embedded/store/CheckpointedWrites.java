package org.vedette.embedded.store;

import java.nio.file.Path;
import org.vedette.embedded.store.encoding.StoreKey;
import org.vedette.embedded.store.file.DiskSpace;
import org.vedette.embedded.store.file.GroupCommit;
import org.vedette.embedded.store.file.ReopeningStore;
import org.vedette.embedded.store.file.StoreFile;

/** A process that writes and checkpoints without a pause until it is killed. */
final class CheckpointedWrites {

    private static final int PAUSED_COMMITS = 7;

    private CheckpointedWrites() {}

    public static void main(String[] arguments) {
        var source = new StoreFile(Path.of(arguments[0]));
        var store = new ReopeningStore(source);
        var commits = new GroupCommit(store, new DiskSpace(source), () -> {});
        var documents = new MvMaps(store.current().store()).documents("vedette", "rows");
        System.out.println("Rows: " + documents.size() + ".");
        new Thread(() -> checkpoint(commits), "checkpoints").start();
        for (var id = documents.size(); ; id++) {
            var row = id;
            var unused =
                    commits.write(() -> documents.put(StoreKey.ofId(row), new byte[(row * PAUSED_COMMITS) % 9_000]));
        }
    }

    private static void checkpoint(GroupCommit commits) {
        while (true) {
            commits.compact();
        }
    }
}
