package org.vedette.embedded.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * Keeps Kafka from ending the process, as it does when it cannot go on: here it shares the process with others. The
 * brokers that run at that moment are told instead; Kafka does not say which of them it was.
 */
final class ExitInterceptor {

    private static final Map<EmbeddedBroker, Consumer<String>> LISTENERS = new HashMap<>();

    private ExitInterceptor() {}

    static void install() {
        Exit.setExitProcedure(ExitInterceptor::intercept);
        Exit.setHaltProcedure(ExitInterceptor::intercept);
    }

    static void register(EmbeddedBroker broker, Consumer<String> onFailure) {
        synchronized (LISTENERS) {
            LISTENERS.put(broker, onFailure);
        }
    }

    /** Returns whether the broker has failed. */
    static boolean unregister(EmbeddedBroker broker) {
        synchronized (LISTENERS) {
            return LISTENERS.remove(broker) == null;
        }
    }

    /** Kafka expects that the thread does not go on after this. */
    private static void intercept(int status, String message) {
        var reason = message == null ? "Kafka halted with status " + status : message;
        failAll(reason);
        throw new IllegalStateException("The broker cannot go on: " + reason);
    }

    private static void failAll(String reason) {
        List<Consumer<String>> listeners;
        synchronized (LISTENERS) {
            listeners = List.copyOf(LISTENERS.values());
            LISTENERS.clear();
        }
        listeners.forEach(listener -> listener.accept(reason));
    }
}
