package org.vedette.embedded.broker;

import java.nio.file.Path;

/** A broker in a process of its own. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("Broker on " + broker.bootstrapServers());
    }
}
