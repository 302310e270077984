package org.vedette.standalone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened so far and is to be closed again, the last first and every one of them. */
final class Opened implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    @CanIgnoreReturnValue
    <T extends AutoCloseable> T add(T resource) {
        resources.push(resource);
        return resource;
    }

    @Override
    public void close() {
        while (!resources.isEmpty()) {
            close(resources.pop());
        }
    }

    // What cannot be closed must not keep the rest from being closed, whatever it throws.
    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.error("{} could not be closed", resource.getClass().getSimpleName(), e);
        }
    }
}
