package org.vedette.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.events.PublicPost;
import org.vedette.notification.digests.DigestSchedules;
import org.vedette.notification.digests.DigestedPost;
import org.vedette.notification.digests.DigestedPosts;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Profile;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.testsupport.infrastructure.Infrastructure;

class ReplicaIT extends RunningService {

    private static final int AUDIENCE = 400;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Autowired
    private Subscribers subscribers;

    @Autowired
    @Qualifier("mailSwitch")
    private ReactiveHealthIndicator mailSwitch;

    @Autowired
    private DigestedPosts posts;

    @Autowired
    private DigestSchedules schedules;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void aReplicaThatStopsWhileSendingLosesNoMailAndSendsNoneTwice() {
        var audience = anAudience();
        var post = aPost().publishedAt(Instant.now()).build();
        try (var replica = aReplica()) {
            publish(new PostPublished(post));
            await().atMost(40, SECONDS).until(() -> sentBy(replica) >= 10);
        }

        awaitDone(post.id());
        assertThat(audience)
                .allSatisfy(address -> assertThat(mailServer.mailsTo(address)).hasSize(1));
    }

    @Test
    void theSwitchStopsTheMailsOfEveryReplicaAndSurvivesAStart() {
        var audience = anAudience();
        var post = aPost().publishedAt(Instant.now()).build();
        var sentBefore = new AtomicReference<>(0.0);
        turn(true);
        try (var replica = aReplica()) {
            publish(new PostPublished(post));
            await().atMost(40, SECONDS).until(() -> report(post.id()).contains("\"inProgress\":0"));
            assertThat(report(post.id())).contains("\"sent\":0");
            assertThat(sentBy(replica)).isZero();
            assertThat(health()).contains("alerts and digests are stopped by hand");
            turn(false);
            await().atMost(40, SECONDS).until(() -> sentBy(replica) >= 10);
            turn(true);
            await().atMost(TIMEOUT).until(() -> sentBefore.getAndSet(sentBy(replica)) == sentBy(replica));
            turn(false);
            awaitDone(post.id());
        }

        assertThat(audience)
                .allSatisfy(address -> assertThat(mailServer.mailsTo(address)).hasSize(1));
    }

    private void turn(boolean stopped) {
        web.put()
                .uri("/api/mail/switch")
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .bodyValue(Map.of("stopped", stopped, "reason", "for a test"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.stopped")
                .isEqualTo(stopped);
    }

    private String health() {
        return String.valueOf(mailSwitch.health().block(TIMEOUT));
    }

    @Test
    void aLabelRaisedWhileNobodyListensStopsAMailingThatWaits() {
        var reader = aSubscriber();
        var post = aPost().publishedAt(Instant.now()).build();
        var containers = List.of(container("mailings"), container("posts"));
        try {
            stop(containers.get(0));
            publish(new PostPublished(post));
            await().atMost(40, SECONDS).until(() -> report(post.id()).contains("\"status\":\"sending\""));
            stop(containers.get(1));
            // Each takes a while, so that a mailing that does not wait is sent before the last one is read.
            LongStream.rangeClosed(2, 300).forEach(revision -> publish(revised(post, revision, "CLEAR")));
            publish(revised(post, 301, "RED"));

            try (var replica = aReplica()) {
                await().atMost(40, SECONDS).until(() -> report(post.id()).contains("\"inProgress\":0"));
                assertThat(sentBy(replica)).isZero();
            }
        } finally {
            containers.forEach(MessageListenerContainer::start);
        }

        assertThat(report(post.id())).contains("\"status\":\"withdrawn\"", "\"sent\":0");
        assertThat(mailServer.mailsTo(reader)).isEmpty();
    }

    @Test
    void aDigestIsSentOnceThoughTwoReplicasLookForIt() {
        var due = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var schedule = new DigestSchedule(null, due.atZone(ZoneOffset.UTC).getHour(), null);
        var readers = IntStream.range(0, 60)
                .mapToObj(number -> aDigestSubscriber(schedule, new Scope.Everything()))
                .toList();
        var indifferent = aDigestSubscriber(schedule, new Scope.Chosen(List.of("another-series"), List.of()));
        var post = DigestedPost.of(
                aPost().title("Told once").inSeries("weekly", "Weekly Report").build());
        var hidden = DigestedPost.of(aPost().title("Withdrawn since").build());
        posts.list(post, due.minusSeconds(60))
                .then(posts.list(hidden, due.minusSeconds(50)))
                .then(posts.hide(hidden.id(), hidden.revision() + 1))
                .block(TIMEOUT);
        try (var replica = aReplica()) {
            schedules.keep(schedule, due.minus(Duration.ofDays(5))).block(TIMEOUT);
            await().atMost(40, SECONDS)
                    .until(() -> digests()
                            .contains("\"audience\":61,\"sent\":60,\"deferred\":0,\"bounced\":0,\"suppressed\":1"));
            assertThat(replica.isRunning()).isTrue();
        }

        assertThat(readers)
                .allSatisfy(address -> assertThat(mailServer.mailsTo(address)).hasSize(1));
        assertThat(mailServer.mailsTo(indifferent)).isEmpty();
        var mail = mailServer.mailsTo(readers.get(0)).get(0);
        assertThat(Mails.subject(mail)).isEqualTo("Told once");
        assertThat(Mails.text(mail))
                .contains("Weekly Report\r\n=============", "Daily digest")
                .doesNotContain("Withdrawn");
        assertThat(Mails.link(mail)).contains("/subscriptions/unsubscribe?token=");
        press(Mails.link(mail)).isOk();
    }

    private String aDigestSubscriber(DigestSchedule schedule, Scope scope) {
        var id = new SubscriberId(UUID.randomUUID());
        var address = new EmailAddress("reader-" + id + "@example.org");
        var preferences = new Preferences(scope, new Cadence.Digest(schedule), null, List.of());
        var profile = Profile.OF_EARLIER_VERSIONS.with(preferences);
        assertThat(subscribers
                        .add(new Active(id, address, 1, profile, Instant.now()))
                        .block(TIMEOUT))
                .isTrue();
        return address.value();
    }

    private String digests() {
        var body = web.get()
                .uri("/api/digests")
                .headers(headers -> headers.setBearerAuth(tokens.tokenWithRoles("editor")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNullElse(body, "");
    }

    private MessageListenerContainer container(String id) {
        return Objects.requireNonNull(listeners.getListenerContainer(id));
    }

    private static void stop(MessageListenerContainer container) {
        container.stop();
        await().atMost(TIMEOUT).until(() -> !container.isRunning());
    }

    private static PostRevised revised(PublicPost post, long revision, String tlp) {
        var revised = aPost().id(post.id()).slug(post.slug()).publishedAt(post.publishedAt());
        return new PostRevised(revised.revision(revision).marked(tlp).build(), null);
    }

    private List<String> anAudience() {
        return IntStream.range(0, AUDIENCE).mapToObj(number -> aSubscriber()).toList();
    }

    private String aSubscriber() {
        var id = new SubscriberId(UUID.randomUUID());
        var address = new EmailAddress("reader-" + id + "@example.org");
        assertThat(subscribers
                        .add(new Active(id, address, 1, Profile.OF_EARLIER_VERSIONS, Instant.now()))
                        .block(TIMEOUT))
                .isTrue();
        return address.value();
    }

    private static ConfigurableApplicationContext aReplica() {
        var replica = new SpringApplicationBuilder(NotificationServiceApplication.class, OwnThreads.class)
                .properties("spring.config.name=notification-service")
                .run(
                        "--server.port=0",
                        "--management.server.port=-1",
                        "--spring.jmx.enabled=false",
                        "--VEDETTE_LINK_KEY=a key for tests that is long enough",
                        "--VEDETTE_BASE_URL=https://blog.example",
                        "--VEDETTE_MAIL_FROM=alerts@blog.example",
                        "--VEDETTE_SMTP_PORT=" + mailServer.port(),
                        "--VEDETTE_KAFKA=" + Infrastructure.kafka(),
                        "--VEDETTE_MONGODB=" + Infrastructure.mongodb(),
                        "--vedette.notification.database=" + DATABASE,
                        "--vedette.notification.deliveries.lease=" + LEASE,
                        "--vedette.notification.alerts.chunk=20",
                        "--vedette.notification.digests.grace=0s",
                        "--vedette.notification.digests.check=100ms");
        awaitPartitions(replica);
        return replica;
    }

    /** Without them the replica, when it stops, takes the event loops of the other contexts in this JVM with it. */
    static class OwnThreads {

        @Bean
        ReactorResourceFactory reactorResourceFactory() {
            var resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    private static void awaitPartitions(ConfigurableApplicationContext replica) {
        var listeners = replica.getBean(KafkaListenerEndpointRegistry.class);
        await().atMost(40, SECONDS).until(() -> {
            var mailings = listeners.getListenerContainer("mailings");
            var partitions = mailings == null ? null : mailings.getAssignedPartitions();
            return partitions != null && !partitions.isEmpty();
        });
    }

    private static double sentBy(ConfigurableApplicationContext replica) {
        return replica.getBean(MeterRegistry.class)
                .counter("vedette.notification.mails", "reply", "accepted")
                .count();
    }
}
