package org.vedette.standalone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the suite that have been started; closing stops every one of them, the last started first. */
final class StartedComponents implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StartedComponents.class);

    private final Deque<AutoCloseable> components = new ArrayDeque<>();

    @CanIgnoreReturnValue
    <T extends AutoCloseable> T add(T component) {
        components.push(component);
        return component;
    }

    @Override
    public void close() {
        while (!components.isEmpty()) {
            close(components.pop());
        }
    }

    /** Closes one part; a failure is logged, so that the others are closed as well. */
    static void close(AutoCloseable component) {
        try {
            component.close();
        } catch (Exception e) {
            log.error(
                    "{} could not be closed; the others are closed all the same",
                    component.getClass().getSimpleName(),
                    e);
        }
    }
}
