package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vedette.embedded.FreePorts;
import org.vedette.standalone.data.DataDirectory;

/** Kafka ends its process when it cannot write; here that call is made in its place. */
class BrokerFailureIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private Path temporary;

    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Test
    void aBrokerThatHaltsRunsAgainOnTheSamePortWithTheSameTopics() throws Exception {
        try (var data = DataDirectory.open(temporary);
                var servers = new EmbeddedServers(data, FreePorts.any(), 0, failures::add)) {
            servers.startBroker();
            createTopic(servers.kafka());

            assertThatThrownBy(() -> Exit.halt(1, "the log directory failed"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the log directory failed");

            await().atMost(TIMEOUT)
                    .ignoreExceptions()
                    .until(() -> topics(servers.kafka()).contains("posts"));
            createTopic(servers.kafka(), "written-after-the-failure");
            assertThat(failures).isEmpty();
        }
    }

    private static void createTopic(String bootstrap) {
        createTopic(bootstrap, "posts");
    }

    /** A broker that has just started takes no partition until its controller has heard of it. */
    private static void createTopic(String bootstrap, String name) {
        try (var admin = admin(bootstrap)) {
            await().atMost(TIMEOUT)
                    .ignoreExceptionsMatching(
                            failure -> failure.getCause() instanceof InvalidReplicationFactorException)
                    .until(() -> {
                        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                                .all()
                                .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
                        return true;
                    });
        }
    }

    private static Set<String> topics(String bootstrap) throws Exception {
        try (var admin = admin(bootstrap)) {
            return admin.listTopics().names().get(5, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(String bootstrap) {
        return Admin.create(Map.of("bootstrap.servers", bootstrap));
    }
}
