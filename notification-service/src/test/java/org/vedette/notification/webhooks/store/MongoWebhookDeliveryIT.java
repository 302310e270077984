package org.vedette.notification.webhooks.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.WebhookSignature;
import org.vedette.notification.webhooks.TestWebhooks;
import org.vedette.notification.webhooks.Webhook;
import org.vedette.notification.webhooks.WebhookEventType;
import org.vedette.notification.webhooks.WebhookStatus;
import org.vedette.notification.webhooks.delivery.DeliveryRules;
import org.vedette.notification.webhooks.delivery.DeliveryService;
import org.vedette.notification.webhooks.delivery.Dispatcher;
import org.vedette.notification.webhooks.delivery.RetrySchedule;
import org.vedette.notification.webhooks.delivery.TurnRunner;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import org.vedette.notification.webhooks.delivery.WebhookDelivery.Status;
import org.vedette.notification.webhooks.events.EventId;
import org.vedette.notification.webhooks.events.PostCard;
import org.vedette.notification.webhooks.events.WebhookEvent;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import org.vedette.notification.webhooks.receivers.ReceiverKind;
import org.vedette.notification.webhooks.transport.AttemptOutcome;
import org.vedette.notification.webhooks.transport.MessageFormats;
import org.vedette.notification.webhooks.transport.ReceiverAnswer;
import org.vedette.notification.webhooks.transport.ReceiverClient;
import org.vedette.testsupport.infrastructure.Infrastructure;
import reactor.core.publisher.Mono;

/** Deliveries on a store, with receivers that do as a test says. */
class MongoWebhookDeliveryIT {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofMillis(300);

    private final Backend backend = new Backend();
    private final Receivers receivers = new Receivers();
    private final List<Dispatcher> replicas = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (var replica : replicas) {
            replica.stop();
        }
    }

    @Test
    void aMessageIsAttemptedUntilItIsTakenUnderTheSameId() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> count < 3 ? status(500) : status(200));
        var id = enter(webhook, UUID.randomUUID(), 1);

        awaitStatus(replica(), id, Status.DELIVERED);

        assertThat(receivers.ids(webhook)).hasSize(3).containsOnly(event(id));
        assertThat(backend.ledger.attempts(id).block(WAIT))
                .extracting(attempt -> attempt.status())
                .containsExactly(500, 500, 200);
    }

    @Test
    void messagesAboutAPostStayInOrderAndOthersDoNotWait() {
        var webhook = register(TestWebhooks.aWebhook());
        var post = UUID.randomUUID();
        var failsFirst = EventId.of(post, 1).value();
        receivers.answerEach(webhook, (id, count) -> id.equals(failsFirst) && count < 4 ? status(400) : status(200));
        enter(webhook, post, 1);
        var last = enter(webhook, post, 2);
        var other = enter(webhook, UUID.randomUUID(), 1);

        awaitStatus(replica(), last, Status.DELIVERED);

        var ids = receivers.ids(webhook);
        assertThat(ids.lastIndexOf(failsFirst)).isLessThan(ids.indexOf(event(last)));
        assertThat(ids.indexOf(event(other))).isLessThan(ids.lastIndexOf(failsFirst));
    }

    @Test
    void receiversThatHangHoldUpNoOther() {
        var hanging = new ArrayList<Webhook>();
        for (var i = 0; i < 20; i++) {
            var webhook = register(TestWebhooks.aWebhook());
            receivers.answer(webhook, count -> Mono.never());
            enter(webhook, UUID.randomUUID(), 1);
            hanging.add(webhook);
        }
        var healthy = register(TestWebhooks.aWebhook());
        receivers.answer(healthy, count -> status(200));
        var id = enter(healthy, UUID.randomUUID(), 1);

        awaitStatus(replica(), id, Status.DELIVERED);

        assertThat(hanging)
                .allSatisfy(webhook -> assertThat(receivers.ids(webhook)).hasSizeLessThan(3));
    }

    @Test
    void twoReplicasShareTheReceiversAndSendNothingTwice() {
        var webhooks = new ArrayList<Webhook>();
        for (var i = 0; i < 10; i++) {
            var webhook = register(TestWebhooks.aWebhook());
            receivers.answer(webhook, count -> status(200));
            webhooks.add(webhook);
        }
        var ids = new ArrayList<String>();
        for (var post = 0; post < 10; post++) {
            var about = UUID.randomUUID();
            webhooks.forEach(webhook -> ids.add(enter(webhook, about, 1)));
        }
        var first = replica();
        var second = replica();

        await().atMost(20, SECONDS).until(() -> {
            first.dispatch();
            second.dispatch();
            return Objects.requireNonNull(backend.ledger.backlog().block(WAIT)).waiting() == 0;
        });

        webhooks.forEach(
                webhook -> assertThat(receivers.ids(webhook)).hasSize(10).doesNotHaveDuplicates());
        assertThat(ids).allSatisfy(id -> assertThat(status(id)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void whoDiesBetweenSendingAndStoringHasTheMessageSentAgainUnderTheSameId() throws Exception {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> count == 1 ? Mono.never() : status(200));
        var id = enter(webhook, UUID.randomUUID(), 1);
        var dies = replica(Duration.ofMinutes(1), Duration.ofSeconds(2));
        dies.dispatch();
        await().atMost(20, SECONDS).until(() -> receivers.ids(webhook).size() == 1);
        dies.stopBeginning();

        awaitStatus(replica(), id, Status.DELIVERED);

        assertThat(receivers.ids(webhook)).containsExactly(event(id), event(id));
        replicas.remove(dies);
    }

    @Test
    void aReceiverThatIsGoneIsDisabledAtOnceAndTheAdminsAreToldOnce() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> answer(AttemptOutcome.GONE, 410, null));
        var id = enter(webhook, UUID.randomUUID(), 1);

        awaitStatus(replica(), id, Status.FAILED);

        await().atMost(20, SECONDS).until(() -> !found(webhook).isEnabled());
        var now = Instant.now();
        assertThat(backend.turns.claim(now, now.plusSeconds(60)).collectList().block(WAIT))
                .hasSize(1);
        assertThat(backend.turns.claim(now, now.plusSeconds(60)).collectList().block(WAIT))
                .isEmpty();
        backend.turns.notified(webhook.id()).block(WAIT);
        assertThat(backend.turns.claim(now.plusSeconds(90), now).collectList().block(WAIT))
                .isEmpty();
    }

    @Test
    void whatNeverSucceedsIsDisabledAfterItsTimeAndGoesOnWhenItIsEnabled() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> answer(AttemptOutcome.REFUSED, 400, null));
        var id = enter(webhook, UUID.randomUUID(), 1);
        var replica = replica(Duration.ofMillis(500), Duration.ofSeconds(4));

        await().atMost(20, SECONDS).until(() -> {
            replica.dispatch();
            return !found(webhook).isEnabled();
        });
        assertThat(status(id)).isEqualTo(Status.WAITING);
        receivers.answer(webhook, count -> status(200));
        backend.webhooks.enable(webhook.id(), Instant.now()).block(WAIT);

        awaitStatus(replica, id, Status.DELIVERED);
        assertThat(found(webhook).health().failures()).isZero();
    }

    @Test
    void aReceiverThatAsksToWaitIsLeftAlone() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(
                webhook, count -> count == 1 ? answer(AttemptOutcome.BUSY, 429, Duration.ofMillis(800)) : status(200));
        enter(webhook, UUID.randomUUID(), 1);
        enter(webhook, UUID.randomUUID(), 1);
        var began = System.nanoTime();
        var replica = replica();

        await().atMost(20, SECONDS).until(() -> {
            replica.dispatch();
            return receivers.ids(webhook).size() == 3;
        });

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void ofAPostThatIsNotPublicAnyMoreTheContentIsNotSent() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> status(200));
        var post = UUID.randomUUID();
        var content = enter(webhook, post, 1);
        var tombstone = enter(webhook, event(WebhookEventType.WITHDRAWN, post, 2));
        backend.posts.hide(post, 2).block(WAIT);

        awaitStatus(replica(), tombstone, Status.DELIVERED);
        backend.ledger.replay(content, Instant.now()).block(WAIT);
        awaitStatus(replica(), content, Status.SKIPPED);

        assertThat(receivers.ids(webhook)).containsExactly(event(tombstone));
    }

    @Test
    void whatWasGivenUpIsReplayed() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> status(500));
        var ping = enter(webhook, event(WebhookEventType.PING, null, 0));
        var replica = replica();
        awaitStatus(replica, ping, Status.FAILED);
        receivers.answer(webhook, count -> status(200));
        var now = Instant.now();

        assertThat(backend.ledger
                        .replayFailed(webhook.id(), now.plusSeconds(60), now)
                        .block(WAIT))
                .isZero();
        assertThat(backend.ledger
                        .replayFailed(webhook.id(), now.minusSeconds(60), now)
                        .block(WAIT))
                .isOne();

        awaitStatus(replica, ping, Status.DELIVERED);
        assertThat(backend.ledger.replay(ping, now).block(WAIT)).isTrue();
        assertThat(backend.ledger.replay(ping, now).block(WAIT)).isFalse();
        assertThat(backend.ledger.attempts(ping).block(WAIT)).hasSize(2);
    }

    @Test
    void pagesOfDeliveriesFollowOneAnother() {
        var webhook = register(TestWebhooks.aWebhook());
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.add(enter(webhook, UUID.randomUUID(), 1));
        }

        var first = page(webhook, null);
        var second = page(webhook, first.get(1));

        var seen = new HashSet<>(first);
        seen.addAll(second);
        assertThat(seen).hasSize(4).isSubsetOf(ids);
        assertThat(backend.ledger
                        .newest(webhook.id(), Status.FAILED, null, 9)
                        .collectList()
                        .block(WAIT))
                .isEmpty();
    }

    @Test
    void aWebhookIsStoredWithItsSecretsEncrypted() {
        var webhook = register(TestWebhooks.aWebhook().address("https://hooks.example/very-secret-path"));

        assertThat(found(webhook)).isEqualTo(webhook);
        assertThat(backend.raw(webhook))
                .doesNotContain("very-secret-path", webhook.secrets().current().text());
        backend.webhooks
                .disable(webhook.id(), new WebhookStatus.Disabled("why", TestWebhooks.CREATED), false)
                .block(WAIT);
        assertThat(found(webhook).status()).isEqualTo(new WebhookStatus.Disabled("why", TestWebhooks.CREATED));
        assertThat(backend.webhooks.remove(webhook.id()).block(WAIT)).isTrue();
        assertThat(backend.webhooks.with(webhook.id()).blockOptional(WAIT)).isEmpty();
    }

    @Test
    void oldDeliveriesAreForgottenAndWaitingOnesAreNot() {
        var webhook = register(TestWebhooks.aWebhook());
        receivers.answer(webhook, count -> status(200));
        var delivered = enter(webhook, UUID.randomUUID(), 1);
        awaitStatus(replica(), delivered, Status.DELIVERED);
        var waiting = enter(webhook, UUID.randomUUID(), 1);

        backend.ledger.forgetBefore(Instant.now().plusSeconds(60)).block(WAIT);

        assertThat(backend.ledger.with(delivered).blockOptional(WAIT)).isEmpty();
        assertThat(backend.ledger.with(waiting).blockOptional(WAIT)).isPresent();
    }

    private List<String> page(Webhook webhook, @Nullable String before) {
        return Objects.requireNonNull(backend.ledger
                .newest(webhook.id(), null, before, 2)
                .map(WebhookDelivery::id)
                .collectList()
                .block(WAIT));
    }

    private Webhook register(TestWebhooks builder) {
        var webhook = builder.address(builder.address() + UUID.randomUUID()).build();
        backend.webhooks.add(webhook).block(WAIT);
        return webhook;
    }

    @CanIgnoreReturnValue
    private String enter(Webhook webhook, UUID post, long revision) {
        return enter(webhook, event(WebhookEventType.PUBLISHED, post, revision));
    }

    @CanIgnoreReturnValue
    private String enter(Webhook webhook, WebhookEvent event) {
        backend.events.keep(event).block(WAIT);
        backend.ledger.enter(event, List.of(webhook.id()), Instant.now()).block(WAIT);
        backend.ledger.enter(event, List.of(webhook.id()), Instant.now()).block(WAIT);
        return WebhookDelivery.id(webhook.id(), event.id());
    }

    private static WebhookEvent event(WebhookEventType type, @Nullable UUID post, long revision) {
        var id = post == null ? EventId.ofPing(UUID.randomUUID()) : EventId.of(post, revision);
        var card = new PostCard("Title", "Teaser", null, "https://blog.example/posts/a", "CLEAR");
        return new WebhookEvent(id, type, post, revision, TestWebhooks.CREATED, card, "{}");
    }

    private static String event(String delivery) {
        return delivery.substring(delivery.indexOf('.') + 1);
    }

    private Webhook found(Webhook webhook) {
        return Objects.requireNonNull(backend.webhooks.with(webhook.id()).block(WAIT));
    }

    private Status status(String id) {
        return Objects.requireNonNull(backend.ledger.with(id).block(WAIT)).status();
    }

    private void awaitStatus(Dispatcher replica, String id, Status status) {
        await().atMost(20, SECONDS).until(() -> {
            replica.dispatch();
            return status(id) == status;
        });
    }

    private Dispatcher replica() {
        return replica(Duration.ofMinutes(1), Duration.ofSeconds(4));
    }

    private Dispatcher replica(Duration disableAfter, Duration lease) {
        var clock = Clock.tickMillis(java.time.ZoneOffset.UTC);
        var rules = new DeliveryRules(30, 2, TURN, lease, disableAfter);
        var schedule =
                new RetrySchedule(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMinutes(1), () -> 0.5);
        var deliveries = new DeliveryService(
                backend.events,
                backend.posts,
                backend.ledger,
                new DeliveryService.Transmission(receivers, receivers, new WebhookSignature(), schedule),
                (outcome, status) -> {},
                clock);
        var runner = new TurnRunner(backend.webhooks, backend.turns, backend.ledger, deliveries, rules, clock);
        var replica = new Dispatcher(
                backend.turns, runner, rules, () -> UUID.randomUUID().toString(), clock);
        replicas.add(replica);
        return replica;
    }

    private static Mono<ReceiverAnswer> status(int status) {
        return answer(status < 300 ? AttemptOutcome.DELIVERED : AttemptOutcome.REFUSED, status, null);
    }

    private static Mono<ReceiverAnswer> answer(AttemptOutcome outcome, int status, @Nullable Duration retryAfter) {
        return Mono.just(new ReceiverAnswer(outcome, status, "text", retryAfter, Duration.ofMillis(1)));
    }

    /** Answers by webhook, of which each has an address of its own. */
    private static final class Receivers implements ReceiverClient, MessageFormats {

        private final Map<String, Function<String, Mono<ReceiverAnswer>>> scripts = new ConcurrentHashMap<>();
        private final Map<String, List<String>> received = new ConcurrentHashMap<>();

        interface Script {
            Mono<ReceiverAnswer> answer(String id, int count);
        }

        void answer(Webhook webhook, IntFunction<Mono<ReceiverAnswer>> script) {
            var count = new AtomicInteger();
            scripts.put(key(webhook), id -> script.apply(count.incrementAndGet()));
        }

        void answerEach(Webhook webhook, Script script) {
            var counts = new ConcurrentHashMap<String, AtomicInteger>();
            scripts.put(
                    key(webhook),
                    id -> script.answer(
                            id,
                            counts.computeIfAbsent(id, key -> new AtomicInteger())
                                    .incrementAndGet()));
        }

        private static String key(Webhook webhook) {
            return webhook.settings().address().uri().toString();
        }

        List<String> ids(Webhook webhook) {
            return received.getOrDefault(key(webhook), List.of());
        }

        @Override
        public Mono<ReceiverAnswer> send(ReceiverAddress address, Map<String, String> headers, byte[] body) {
            var id = Objects.requireNonNull(headers.get("webhook-id"));
            var key = address.uri().toString();
            received.computeIfAbsent(key, unknown -> new CopyOnWriteArrayList<>())
                    .add(id);
            return Objects.requireNonNull(scripts.get(key)).apply(id);
        }

        @Override
        public Mono<Optional<String>> refusal(ReceiverAddress address) {
            return Mono.just(Optional.empty());
        }

        @Override
        public byte[] body(ReceiverKind kind, WebhookEvent event) {
            return bytes(event.body());
        }

        @Override
        public String contentType(ReceiverKind kind) {
            return "application/json";
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Backend {

        private final MongoWebhooks webhooks;
        private final MongoTurns turns;
        private final MongoDeliveryLedger ledger;
        private final MongoWebhookEvents events;
        private final MongoFollowedPosts posts;
        private final com.mongodb.reactivestreams.client.MongoCollection<org.bson.Document> collection;

        Backend() {
            var properties = TestProperties.withDatabase(Infrastructure.freshDatabase("webhooks"));
            var client = TestStore.client();
            var cipher =
                    new SecretCipher(List.of(Base64.getEncoder().encodeToString(new byte[32])), new SecureRandom());
            TestStore.create(new WebhookIndexesConfiguration().webhookDeliveryIndexes(client, properties));
            webhooks = new MongoWebhooks(client, TestStore.reader(), properties, cipher);
            turns = new MongoTurns(client, TestStore.reader(), properties, cipher);
            ledger = new MongoDeliveryLedger(client, TestStore.reader(), properties);
            events = new MongoWebhookEvents(client, TestStore.reader(), properties);
            posts = new MongoFollowedPosts(client, TestStore.reader(), properties);
            collection = client.getDatabase(properties.database()).getCollection(MongoWebhooks.COLLECTION);
        }

        String raw(Webhook webhook) {
            return Objects.requireNonNull(Mono.from(collection.find(com.mongodb.client.model.Filters.eq(
                                    "_id", webhook.id().value())))
                            .block(WAIT))
                    .toJson();
        }
    }
}
