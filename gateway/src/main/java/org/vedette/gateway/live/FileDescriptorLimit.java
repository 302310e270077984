package org.vedette.gateway.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The limit of open file descriptors.
 *
 * @param max number of descriptors that the operating system allows this process
 */
record FileDescriptorLimit(long max) {

    /** Reserved for other requests, their upstream connections and the files of the process. */
    private static final int RESERVED = 2_000;

    /** One for the client, one for the service and, when the service runs in the same process, one for its side. */
    private static final int PER_STREAM = 3;

    static FileDescriptorLimit ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? new FileDescriptorLimit(system.getMaxFileDescriptorCount())
                : new FileDescriptorLimit(Integer.MAX_VALUE);
    }

    /** The number of streams, up to the configured maximum, for which descriptors are available. */
    int streams(int configured) {
        return (int) Math.max(1, Math.min(configured, (max - RESERVED) / PER_STREAM));
    }
}
