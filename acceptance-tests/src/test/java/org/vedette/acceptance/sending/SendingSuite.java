package org.vedette.acceptance.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.vedette.embedded.FreePorts;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.PostPublished;
import org.vedette.events.Topics;
import org.vedette.testsupport.identity.TestTokenIssuer;
import tools.jackson.databind.json.JsonMapper;

/** Two instances of the notification service, their broker and their store: four processes, each of which can be killed. */
final class SendingSuite implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("vedette.notification.jar"));
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final TestTokenIssuer tokens = new TestTokenIssuer();
    private final Path directory;
    private final String kafka;
    private final RestartableProcess broker;
    private final RestartableProcess store;
    private final List<RestartableProcess> instances = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();

    private SendingSuite(Path directory, int mailPort) {
        this.directory = directory;
        var ports = FreePorts.any(6);
        this.kafka = "127.0.0.1:" + ports.get(0);
        this.broker = server("broker", BrokerMain.class, "kafka", ports.get(0));
        this.store = server("store", StoreMain.class, "store", ports.get(1));
        instances.add(instance(1, settings(ports.get(1), mailPort), ports.get(2), ports.get(3)));
        instances.add(instance(2, settings(ports.get(1), mailPort), ports.get(4), ports.get(5)));
    }

    /** Starts everything and waits until it works. */
    static SendingSuite start(Path directory, int mailPort) {
        var suite = new SendingSuite(directory, mailPort);
        var servers = List.of(suite.broker, suite.store);
        servers.forEach(RestartableProcess::start);
        servers.forEach(RestartableProcess::awaitReady);
        suite.instances.forEach(RestartableProcess::start);
        suite.instances.forEach(RestartableProcess::awaitReady);
        return suite;
    }

    RestartableProcess broker() {
        return broker;
    }

    RestartableProcess store() {
        return store;
    }

    List<RestartableProcess> instances() {
        return instances;
    }

    /** Imports so many subscribers, as operators do. */
    void subscribe(int number) throws InterruptedException {
        var rows = IntStream.range(0, number)
                .mapToObj(each -> "reader-" + each + "@mailbox-" + each % 100 + ".example,active,2026-01-31T12:00:00Z")
                .collect(Collectors.joining("\n", "email,status,consent_at\n", "\n"));
        var answer = send(
                        addresses.get(0),
                        "/api/subscribers/import?dryRun=false",
                        request -> request.header("Content-Type", "text/csv")
                                .timeout(Duration.ofMinutes(2))
                                .POST(BodyPublishers.ofString(rows)))
                .orElseThrow();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/added").asInt())
                .as(answer.body())
                .isEqualTo(number);
    }

    /** Puts a first publication on the topic, as the post service does; answers the id of the post. */
    UUID publish(String title) throws InterruptedException, ExecutionException, TimeoutException {
        var event = new PostPublished(
                aPost().title(title).publishedAt(Instant.now()).build());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka, "delivery.timeout.ms", "60000", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(KafkaMessageFactory.<String>createWriter(
                                    Topics.POSTS, event.postId().toString())
                            .writeBinary(cloudEvent(event)))
                    .get(60, TimeUnit.SECONDS);
        }
        return event.postId();
    }

    /** The numbers of an alert, from the first instance that has them; empty while none can answer. */
    Optional<AlertCounts> alert(UUID post) throws InterruptedException {
        for (var address : addresses) {
            var answer = send(address, "/api/alerts/" + post, HttpRequest.Builder::GET)
                    .filter(found -> found.statusCode() == 200);
            if (answer.isPresent()) {
                return Optional.of(AlertCounts.of(JSON.readTree(answer.get().body())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        instances.forEach(RestartableProcess::close);
        broker.close();
        store.close();
    }

    /** Makes a request. */
    private interface Making {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Optional<HttpResponse<String>> send(URI address, String path, Making making) throws InterruptedException {
        var request = making.of(HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(5))
                        .header("Authorization", "Bearer " + tokens.tokenWithRoles("editor")))
                .build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException killed) {
            return Optional.empty();
        }
    }

    private static io.cloudevents.CloudEvent cloudEvent(PostEvent event) {
        return CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(PostEvent.SOURCE)
                .withType(PostEventType.of(event).type())
                .withTime(Instant.now().atOffset(ZoneOffset.UTC))
                .withSubject(event.postId().toString())
                .withData("application/json", JSON.writeValueAsBytes(event))
                .build();
    }

    private RestartableProcess server(String name, Class<?> main, String data, int port) {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var arguments = Stream.of(
                "-cp", classPath, main.getName(), directory.resolve(data).toString(), String.valueOf(port));
        return new RestartableProcess(
                name,
                Stream.concat(SMALL.stream(), arguments).toList(),
                Map.of(),
                directory.resolve(name + ".log"),
                () -> accepts(port));
    }

    private RestartableProcess instance(int number, Map<String, String> settings, int port, int managementPort) {
        addresses.add(URI.create("http://127.0.0.1:" + port));
        var arguments = Stream.of(
                "-jar",
                JAR.toString(),
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--spring.main.banner-mode=off");
        var readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
        return new RestartableProcess(
                "instance " + number,
                Stream.concat(SMALL.stream(), arguments).toList(),
                settings,
                directory.resolve("instance-" + number + ".log"),
                () -> isReady(readiness));
    }

    private Map<String, String> settings(int storePort, int mailPort) {
        return Map.ofEntries(
                Map.entry("VEDETTE_KAFKA", kafka),
                Map.entry("VEDETTE_MONGODB", "mongodb://127.0.0.1:" + storePort),
                Map.entry("VEDETTE_JWKS", tokens.jwks()),
                Map.entry("VEDETTE_BASE_URL", "https://blog.example"),
                Map.entry("VEDETTE_LINK_KEY", "a key for tests that is long enough"),
                Map.entry("VEDETTE_MAIL_FROM", "alerts@blog.example"),
                Map.entry("VEDETTE_SMTP_HOST", "127.0.0.1"),
                Map.entry("VEDETTE_SMTP_PORT", String.valueOf(mailPort)),
                // How soon another instance takes over what a killed one had claimed.
                Map.entry("VEDETTE_NOTIFICATION_DELIVERIES_LEASE", "8s"),
                Map.entry("VEDETTE_NOTIFICATION_SMTP_ANSWERTIMEOUT", "30s"),
                Map.entry("VEDETTE_KAFKA_SESSION_MS", "6000"),
                Map.entry("VEDETTE_KAFKA_HEARTBEAT_MS", "1000"));
    }

    private boolean isReady(URI readiness) {
        try {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
