package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.acceptance.delivery.Checkout;
import org.vedette.embedded.broker.BrokerSecurity;
import org.vedette.embedded.broker.EmbeddedBroker;
import org.vedette.embedded.store.EmbeddedStore;
import org.vedette.feed.FeedServiceApplication;
import org.vedette.post.PostServiceApplication;

/**
 * Services with the settings of the overlay for production: Kafka with TLS and SCRAM, the store with TLS. The store knows no
 * logins, so that those of MongoDB are not tried here.
 */
class SecuredServersIT {

    private static final Path CERTIFICATE = Path.of("src/test/resources/tls/server.crt.pem");
    private static final Path KEY = Path.of("src/test/resources/tls/server.key.pem");
    private static final String PASSWORD = "a \"quoted\" pass\\word";

    private final RunningSuite suite = RunningSuite.get();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    @TempDir
    private Path directory;

    @Test
    void aPostIsPublishedAndReadAndNobodyElseConnects() throws Exception {
        var broker =
                EmbeddedBroker.start(directory, 0, new BrokerSecurity(CERTIFICATE, KEY, "vedette-suite", PASSWORD));
        running.push(broker);
        var store = EmbeddedStore.inMemory(key(), certificate());
        running.push(store);
        try {
            var settings = settings(broker, store);
            var posts = start(PostServiceApplication.class, "post-service", settings);
            var feed = start(FeedServiceApplication.class, "feed-service", settings);

            var token = new ServiceTokenSigner(suite.signingKey())
                    .sign("editor", Instant.now().plusSeconds(60));
            var post = new Editor(posts, token).publishes(Manuscript.titled("By a secured broker"));

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(
                                    new Http().get(feed.resolve(post.path())).body())
                            .contains("By a secured broker"));
            assertThatThrownBy(() -> topicsWithoutLogin(broker)).isInstanceOf(Exception.class);
        } finally {
            close();
        }
    }

    /** Those of the overlay, with addresses, files and the password of this test. */
    private Map<String, String> settings(EmbeddedBroker broker, EmbeddedStore store) {
        var settings = new HashMap<String, String>();
        Checkout.here()
                .text("k8s/overlays/production/connections.env")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(line -> settings.put(line[0], line[1]));
        assertThat(settings).containsEntry("VEDETTE_KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
        settings.put("VEDETTE_KAFKA", broker.bootstrapServers());
        settings.put("VEDETTE_KAFKA_USERNAME", "vedette-suite");
        settings.put("VEDETTE_KAFKA_PASSWORD", PASSWORD);
        settings.put("VEDETTE_KAFKA_CA", CERTIFICATE.toAbsolutePath().toString());
        settings.put("VEDETTE_MONGODB", store.connectionString() + "/?tls=true");
        settings.put("VEDETTE_MONGODB_CA", CERTIFICATE.toAbsolutePath().toString());
        settings.put("VEDETTE_TOPIC_REPLICAS", "1");
        settings.put(
                "VEDETTE_JWKS", suite.site().resolve("/.well-known/jwks.json").toString());
        return settings;
    }

    private URI start(Class<?> application, String name, Map<String, String> settings) {
        ConfigurableApplicationContext service = Replicas.start(
                application,
                Stream.concat(
                        Stream.of(
                                "--spring.config.name=" + name,
                                "--vedette.standalone.excluded-auto-configuration=org.springframework.cloud,org.springframework.boot.mail"),
                        settings.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue())));
        running.push(service);
        return URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static void topicsWithoutLogin(EmbeddedBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "request.timeout.ms", 1000,
                "default.api.timeout.ms", 2000))) {
            admin.listTopics().names().get(10, TimeUnit.SECONDS);
        }
    }

    private void close() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private static PrivateKey key() throws Exception {
        var pem = Files.readString(KEY).replaceAll("-----[A-Z ]+-----", "");
        var encoded = Base64.getMimeDecoder().decode(pem.strip());
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static X509Certificate certificate() throws Exception {
        try (var file = Files.newInputStream(CERTIFICATE)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }
}
