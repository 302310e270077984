package org.vedette.standalone.settings;

import java.net.InetAddress;
import org.vedette.embedded.FreePorts;

/** Checks ports that settings name. */
public final class Ports {

    private Ports() {}

    /**
     * Checks that the port is free.
     *
     * @param setting the setting that names it
     * @throws StartRefusedException if it is not
     */
    public static void requireFree(InetAddress address, int port, String setting) {
        FreePorts.bindError(address, port).ifPresent(bindError -> {
            throw new StartRefusedException("Port " + port + " of " + address.getHostAddress() + " cannot be used ("
                    + bindError + "): stop the program that has it, or set " + setting + " to another port.");
        });
    }
}
