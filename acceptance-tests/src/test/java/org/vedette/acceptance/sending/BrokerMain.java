package org.vedette.acceptance.sending;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.vedette.embedded.broker.EmbeddedBroker;

/** The broker as a process of its own, so that it can be killed. */
final class BrokerMain {

    private BrokerMain() {}

    /** Reads the directory and the port. */
    public static void main(String... arguments) throws InterruptedException {
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("Broker on " + broker.bootstrapServers());
            new CountDownLatch(1).await();
        }
    }
}
