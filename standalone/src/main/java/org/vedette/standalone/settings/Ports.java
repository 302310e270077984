package org.vedette.standalone.settings;

import java.net.InetAddress;
import org.vedette.embedded.FreePorts;

/** Ports that settings name. */
public final class Ports {

    private Ports() {}

    /**
     * Makes sure the port can be listened on.
     *
     * @param setting the setting that names it
     * @throws StartRefused if it cannot
     */
    public static void requireFree(InetAddress address, int port, String setting) {
        FreePorts.obstacle(address, port).ifPresent(obstacle -> {
            throw new StartRefused("Port " + port + " of " + address.getHostAddress() + " cannot be used (" + obstacle
                    + "): stop the program that has it, or set " + setting + " to another port.");
        });
    }
}
