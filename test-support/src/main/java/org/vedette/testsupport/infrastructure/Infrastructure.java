package org.vedette.testsupport.infrastructure;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.DockerClientFactory;

/**
 * The broker and the store of this test JVM: started once, when first asked for.
 *
 * <p>Containers where a Docker engine answers, the embedded ones otherwise. {@code -Dvedette.test.infrastructure=embedded}
 * or {@code =containers} decides by hand.
 */
public final class Infrastructure {

    private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

    /** Who asks after a start that failed learns why it did, or finds that it goes now. */
    private static final SingletonSupplier<Servers> SERVERS = SingletonSupplier.of(() -> choose(
            System.getProperty("vedette.test.infrastructure", "auto"),
            DockerClientFactory.instance().isDockerAvailable()));

    private Infrastructure() {}

    /** Bootstrap servers of the broker. */
    public static String kafka() {
        return SERVERS.obtain().kafka();
    }

    /** Connection string of the store. */
    public static String mongodb() {
        return SERVERS.obtain().mongodb();
    }

    /** Name of a database no other test has. */
    public static String freshDatabase(String purpose) {
        return "it_" + purpose + "_" + UUID.randomUUID().toString().substring(0, 8);
    }

    static void start() {
        log.info("Integration tests run on {}", SERVERS.obtain().description());
    }

    static Servers choose(String wanted, boolean docker) {
        return switch (wanted) {
            case "containers" -> new ContainerServers();
            case "embedded" -> new EmbeddedServers();
            case "auto" -> docker ? new ContainerServers() : new EmbeddedServers();
            default ->
                throw new IllegalArgumentException(
                        "vedette.test.infrastructure is embedded, containers or auto, not " + wanted);
        };
    }
}
