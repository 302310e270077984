package org.vedette.gateway.live;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many files and connections may be open at once.
 *
 * @param limit what the operating system allows this process
 */
record OpenFiles(long limit) {

    /** For pages, their connections to the services, and the files of the program itself. */
    private static final int NOT_FOR_STREAMS = 2_000;

    /** One to the reader, one to the service and, in one process with it, one at its end. */
    private static final int PER_STREAM = 3;

    static OpenFiles ofThisProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? new OpenFiles(system.getMaxFileDescriptorCount())
                : new OpenFiles(Integer.MAX_VALUE);
    }

    /** As many streams as there is room for beside everything else. */
    int enoughFor(int streams) {
        return (int) Math.max(1, Math.min(streams, (limit - NOT_FOR_STREAMS) / PER_STREAM));
    }
}
