package org.vedette.starter.broker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.MayBlock;
import org.vedette.starter.ThreadConfined;
import org.vedette.starter.failures.Failures;
import org.vedette.starter.failures.ServerUnavailableException;
import org.vedette.starter.outages.ServerWatch.Probe;

/**
 * Asks the broker who belongs to its cluster. It keeps a client as long as that gets answers, and makes another one after a failure,
 * because the addresses that a client knows may have changed meanwhile.
 */
@MayBlock("its worker's own thread")
@ThreadConfined("its worker's thread")
final class BrokerProbe implements Probe, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final Map<String, Object> settings;
    private final Function<Map<String, Object>, Admin> clients;
    private @Nullable Admin client;

    BrokerProbe(Map<String, Object> settings, Function<Map<String, Object>, Admin> clients) {
        this.settings = settings;
        this.clients = clients;
    }

    @Override
    public void ask() throws InterruptedException {
        var isAnswered = false;
        try {
            describe(client());
            isAnswered = true;
        } finally {
            if (!isAnswered) {
                close();
            }
        }
    }

    private static void describe(Admin admin) throws InterruptedException {
        try {
            var options = new DescribeClusterOptions().timeoutMs((int) TIMEOUT.toMillis());
            var unused = admin.describeCluster(options).nodes().get(TIMEOUT.toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw noAnswer();
        } catch (ExecutionException failure) {
            throw reason(failure);
        }
    }

    /** What Kafka says of a time-out names its inner calls only. A refusal says what is wrong. */
    private static RuntimeException reason(ExecutionException failure) {
        var refusal = Failures.causes(failure)
                .filter(cause -> cause instanceof AuthenticationException || cause instanceof AuthorizationException)
                .findFirst();
        return refusal.<RuntimeException>map(
                        cause -> new ServerUnavailableException("it refuses the credentials: " + cause.getMessage()))
                .orElseGet(BrokerProbe::noAnswer);
    }

    private static ServerUnavailableException noAnswer() {
        return new ServerUnavailableException("no answer within " + TIMEOUT.toSeconds() + " s");
    }

    private Admin client() {
        var current = client;
        if (current == null) {
            current = clients.apply(settings);
            client = current;
        }
        return current;
    }

    @Override
    public void close() {
        var current = client;
        client = null;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }
}
