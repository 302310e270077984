package org.vedette.starter.mongo;

import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.connection.ServerDescription;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.MayBlock;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.ServerUnavailableException;
import org.vedette.starter.outages.ServerWatch.Probe;
import reactor.core.publisher.Mono;

/** Pings the store. */
@MayBlock("its worker's own thread")
final class StoreProbe implements Probe {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final MongoClient client;

    StoreProbe(MongoClient client) {
        this.client = client;
    }

    /** The servers that the settings name, without the credentials that stand there too. */
    String addresses() {
        return client.getClusterDescription().getClusterSettings().getHosts().stream()
                .map(Object::toString)
                .collect(Collectors.joining(","));
    }

    @Override
    public void ask() {
        try {
            var unused = Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                    .block(TIMEOUT);
        } catch (RuntimeException failure) {
            throw reason(failure);
        }
    }

    /** The driver's message of a time-out is the description of the whole cluster. */
    private RuntimeException reason(RuntimeException failure) {
        var refusal = Failures.find(failure, MongoSecurityException.class);
        if (refusal.isPresent()) {
            return new ServerUnavailableException("it refuses the credentials");
        }
        return Failures.find(failure, MongoTimeoutException.class).isPresent()
                        || failure instanceof IllegalStateException
                ? new ServerUnavailableException(knownReason())
                : failure;
    }

    private String knownReason() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .map(ServerDescription::getException)
                .filter(Objects::nonNull)
                .map(StoreProbe::describe)
                .findFirst()
                .orElse("no answer within " + TIMEOUT.toSeconds() + " s");
    }

    private static String describe(@Nullable Throwable failure) {
        var root = Failures.root(Objects.requireNonNull(failure));
        return root instanceof MongoSecurityException || String.valueOf(failure).contains("MongoSecurityException")
                ? "it refuses the credentials"
                : String.valueOf(root.getMessage());
    }
}
