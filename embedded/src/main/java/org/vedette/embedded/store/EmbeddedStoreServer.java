package org.vedette.embedded.store;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.vedette.embedded.EmbeddedStartException;

/** Runs the store as a process of its own. */
public final class EmbeddedStoreServer {

    private static final String USAGE = "Usage: EmbeddedStoreServer FILE PORT [BIND-ADDRESS]";
    private static final int EXIT_CODE = 2;

    private EmbeddedStoreServer() {}

    /**
     * Serves until the process ends; prints one line when ready, or one line with the reason why it does not start.
     *
     * @param arguments file, port (0 takes any), and the address to listen on (127.0.0.1 unless given)
     */
    public static void main(String[] arguments) {
        try {
            var address = address(arguments);
            var store = EmbeddedStore.open(Path.of(arguments[0]), address);
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "embedded-store-close"));
            System.out.println(
                    "Waiting for connections on " + address.getAddress().getHostAddress() + ":" + store.port());
        } catch (EmbeddedStartException e) {
            System.err.println(e.getMessage());
            System.exit(EXIT_CODE);
        }
    }

    private static InetSocketAddress address(String[] arguments) {
        if (arguments.length < 2 || arguments.length > 3) {
            throw new EmbeddedStartException(USAGE);
        }
        try {
            var host = arguments.length == 3
                    ? InetAddress.getAllByName(arguments[2])[0]
                    : InetAddress.getLoopbackAddress();
            return new InetSocketAddress(host, Integer.parseInt(arguments[1]));
        } catch (UnknownHostException e) {
            throw new EmbeddedStartException("'" + arguments[2] + "' is not an address of this machine. " + USAGE, e);
        } catch (IllegalArgumentException e) {
            throw new EmbeddedStartException("'" + arguments[1] + "' is not a port (0 to 65535). " + USAGE, e);
        }
    }
}
