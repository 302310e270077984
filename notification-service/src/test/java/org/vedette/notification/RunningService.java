package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.events.PostEvent;
import org.vedette.events.PostEventType;
import org.vedette.events.Topics;
import org.vedette.testsupport.identity.TestTokenIssuer;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a broker, a store and a mail server, shared by all integration tests. */
@WithInfrastructure
@SpringBootTest(
        classes = NotificationServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=notification-service",
            "management.server.port=0",
            "VEDETTE_LINK_KEY=a key for tests that is long enough",
            "VEDETTE_BASE_URL=https://blog.example",
            "VEDETTE_MAIL_FROM=Threat Intelligence Blog <alerts@blog.example>",
            "VEDETTE_SMTP_HOST=localhost",
            "vedette.legal.imprint=We are we.",
            "vedette.notification.confirmation.pause=0s",
            "vedette.notification.sign-ups.per-client=100000",
            "vedette.notification.sign-ups.per-network=100000",
            "vedette.notification.alerts.chunk=20",
            "vedette.notification.digests.grace=0s",
            "vedette.notification.digests.check=200ms",
            "vedette.notification.deliveries.lease=" + RunningService.LEASE,
            "vedette.notification.deliveries.sweep=200ms",
            "vedette.notification.deliveries.first-retry=200ms",
            "vedette.notification.webhooks.http-allowed=true",
            "vedette.notification.webhooks.allowed-networks=127.0.0.0/8",
            "vedette.notification.webhooks.admins=webhook-admin@blog.example",
            "vedette.notification.webhooks.check=100ms",
            "vedette.notification.webhooks.first-retry=100ms"
        })
public abstract class RunningService {

    protected static final TestMailServer mailServer = openPostbox();
    protected static final TestTokenIssuer tokens = new TestTokenIssuer();

    /** An abandoned delivery is taken over this long after the start; all processes that share the ledger need the same. */
    protected static final String LEASE = "6s";

    protected static final String DATABASE = Infrastructure.freshDatabase("notifications");

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JsonMapper json;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    protected WebTestClient web;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("VEDETTE_SMTP_PORT", mailServer::port);
        registry.add("VEDETTE_JWKS", tokens::jwks);
        registry.add("vedette.notification.database", () -> DATABASE);
    }

    @BeforeEach
    void connect() {
        web = WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    protected void subscribe(String address) {
        web.post()
                .uri("/subscribe")
                .body(BodyInserters.fromFormData("address", address))
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Subscribes and follows the link in the mail. */
    protected void subscribeAndConfirm(String address) {
        subscribe(address);
        awaitMails(address, 1);
        press(Mails.link(mailServer.mailsTo(address).get(0))).isOk();
    }

    /** Sends the form of the page a mailed link leads to. */
    protected StatusAssertions press(String link) {
        return web.post().uri(pathOf(link)).exchange().expectStatus();
    }

    protected static String pathOf(String link) {
        return link.replace("https://blog.example", "");
    }

    protected void awaitMails(String address, int count) {
        await().atMost(20, SECONDS).until(() -> mailServer.mailsTo(address).size() >= count);
    }

    protected void publish(PostEvent event) {
        var cloudEvent = CloudEventBuilder.v1()
                .withId(UUID.randomUUID().toString())
                .withSource(PostEvent.SOURCE)
                .withType(PostEventType.of(event).type())
                .withTime(Instant.now().atOffset(ZoneOffset.UTC))
                .withSubject(event.postId().toString())
                .withData("application/json", json.writeValueAsBytes(event))
                .build();
        kafka.send(KafkaMessageFactory.<String>createWriter(
                                Topics.POSTS, event.postId().toString())
                        .writeBinary(cloudEvent))
                .join();
    }

    protected KafkaTemplate<String, byte[]> kafka() {
        return kafka;
    }

    /** Attempts that the mail server did not take. */
    protected double failedAttempts() {
        return Stream.of("trylater", "postponed")
                .mapToDouble(reply -> meters.counter("vedette.notification.mails", "reply", reply)
                        .count())
                .sum();
    }

    /** Waits until no delivery of the alert about a post is open. */
    protected void awaitDone(UUID post) {
        await().atMost(20, SECONDS).until(() -> report(post).contains("\"status\":\"done\""));
    }

    protected String report(UUID post) {
        var answer = web.get()
                .uri("/api/alerts/" + post)
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .exchange()
                .returnResult(String.class);
        var body = answer.getResponseBody().blockFirst();
        return answer.getStatus() == HttpStatus.OK && body != null ? body : "";
    }

    private static TestMailServer openPostbox() {
        var mailServer = new TestMailServer();
        mailServer.open();
        return mailServer;
    }
}
