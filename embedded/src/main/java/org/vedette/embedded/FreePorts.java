package org.vedette.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds ports on which nobody listens at the loopback address. */
public final class FreePorts {

    /**
     * Below the range from which systems take the ports of outgoing connections, so that a port stays free until its
     * server has started, and while it is down.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private FreePorts() {}

    public static int any() {
        return any(1).get(0);
    }

    /**
     * Finds several different ports.
     *
     * @throws EmbeddedStartException when there are fewer
     */
    public static List<Integer> any(int count) {
        var ports = RANDOM.ints(TRIES, LOWEST, HIGHEST)
                .distinct()
                .filter(FreePorts::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (ports.size() < count) {
            throw new EmbeddedStartException("There are not " + count + " free ports between " + LOWEST + " and "
                    + HIGHEST + ": stop some of what listens there.");
        }
        return ports;
    }

    /** The reason why the port cannot be listened on; empty when it can. */
    public static Optional<String> bindError(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }

    private static boolean isFree(int port) {
        return bindError(InetAddress.getLoopbackAddress(), port).isEmpty();
    }
}
