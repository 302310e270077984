package org.vedette.starter.failures;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Tells the failures that only say that a server does not answer. They come by the thousand, and their stack traces show the insides
 * of its library, so that a line of the log says as much.
 */
public final class Outages {

    /** By name, because a service has the libraries that it needs. */
    private static final List<String> TYPES = List.of(
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoSocket",
            "com.mongodb.MongoSecurityException",
            "com.mongodb.MongoConnectionPoolClearedException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoServerUnavailableException",
            "org.apache.kafka.common.errors.");

    private static final List<String> KAFKA_CONFIGURATION =
            List.of("No resolvable bootstrap urls", "Couldn't resolve server", "DNS resolution failed");

    private Outages() {}

    /** Whether a failure, or one of its causes, is that of a server that does not answer or refuses us. */
    public static boolean isOutage(Throwable failure) {
        return Failures.causes(failure).anyMatch(Outages::isOutageItself);
    }

    private static boolean isOutageItself(Throwable failure) {
        var type = failure.getClass().getName();
        return failure instanceof TimeoutException
                || failure instanceof IOException
                || failure instanceof ServerUnavailableException
                || TYPES.stream().anyMatch(type::startsWith)
                || isUnresolvable(String.valueOf(failure.getMessage()));
    }

    /** Kafka's clients report a name that cannot be resolved as an invalid setting. */
    private static boolean isUnresolvable(String message) {
        return KAFKA_CONFIGURATION.stream().anyMatch(message::startsWith);
    }

    /** What a line of the log says of an outage: the innermost cause, in one line. */
    public static String describe(Throwable failure) {
        var root = Failures.root(failure).toString();
        return root.lines().findFirst().orElse(root);
    }
}
