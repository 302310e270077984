package org.vedette.standalone.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ports to listen on. */
public final class Ports {

    /** Below the range systems take outgoing connections' ports from, so that a port stays free while its server is down. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 500;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ports() {}

    /** A port nobody listens on at the loopback address. */
    public static int free() {
        return free(1).get(0);
    }

    /** So many different ports nobody listens on at the loopback address. */
    public static List<Integer> free(int count) {
        var ports = RANDOM.ints(TRIES, LOWEST, HIGHEST)
                .distinct()
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (ports.size() < count) {
            throw new StartRefused(
                    "There are not " + count + " free ports between " + LOWEST + " and " + HIGHEST + ".");
        }
        return ports;
    }

    /**
     * Makes sure the port can be listened on.
     *
     * @param setting the setting that names it
     * @throws StartRefused if it cannot
     */
    public static void requireFree(InetAddress address, int port, String setting) {
        obstacle(address, port).ifPresent(obstacle -> {
            throw new StartRefused("Port " + port + " of " + address.getHostAddress() + " cannot be used (" + obstacle
                    + "): stop the program that has it, or set " + setting + " to another port.");
        });
    }

    private static boolean isFree(int port) {
        return obstacle(InetAddress.getLoopbackAddress(), port).isEmpty();
    }

    private static Optional<String> obstacle(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
        }
    }
}
