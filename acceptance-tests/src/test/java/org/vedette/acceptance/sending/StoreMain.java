package org.vedette.acceptance.sending;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.vedette.embedded.store.EmbeddedStore;

/** The store as a process of its own, so that it can be killed. */
final class StoreMain {

    private StoreMain() {}

    /** Reads the file and the port. */
    public static void main(String... arguments) throws InterruptedException {
        try (var store = EmbeddedStore.open(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("Store on " + store.connectionString());
            new CountDownLatch(1).await();
        }
    }
}
