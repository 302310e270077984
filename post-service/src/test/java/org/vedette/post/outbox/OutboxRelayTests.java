package org.vedette.post.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class OutboxRelayTests {

    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final UUID POST = new UUID(1, 1);
    private static final UUID RELAY = new UUID(0, 1);
    private static final UUID ANOTHER_RELAY = new UUID(0, 2);
    private static final Duration LONGEST_SEND = Duration.ofSeconds(8);
    private static final UUID OTHER_POST = new UUID(2, 2);

    private final AtomicLong secondsPassed = new AtomicLong();
    private final FakeOutbox outbox = new FakeOutbox();
    private final FakeChannel channel = new FakeChannel();
    private OutboxRelay relay = relay(NEVER);

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void aWokenPostIsRelayedAtOnce() {
        relay.start();
        WaitingEvent event = outbox.add(POST, NOW);

        relay.wake(POST);

        await().untilAsserted(() -> assertThat(channel.sent).containsExactly(event));
        await().untilAsserted(() -> assertThat(outbox.events).isEmpty());
    }

    @Test
    void theEventsOfAPostLeaveInOrder() {
        List<WaitingEvent> events = List.of(
                outbox.add(POST, NOW), outbox.add(POST, NOW.plusMillis(1)), outbox.add(POST, NOW.plusMillis(2)));
        relay.start();

        relay.wake(POST);

        await().untilAsserted(() -> assertThat(outbox.events).isEmpty());
        assertThat(channel.sent).containsExactlyElementsOf(events);
    }

    @Test
    void whatNobodyWokeIsFoundBySweeping() {
        WaitingEvent left = outbox.add(POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(channel.sent).containsExactly(left));
    }

    @Test
    void aSweepLeavesTheNewestEventsToWhoeverWroteThem() {
        outbox.add(POST, NOW);
        WaitingEvent left = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(outbox.sweeps).hasValueGreaterThan(3));
        assertThat(channel.sent).containsExactly(left);
    }

    @Test
    void anEventThatCouldNotBeSentStaysAndIsSentLater() {
        channel.broken.set(true);
        WaitingEvent first = outbox.add(POST, NOW.minusSeconds(60));
        WaitingEvent second = outbox.add(POST, NOW.minusSeconds(59));
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(channel.attempts).hasValueGreaterThan(2));
        assertThat(outbox.events).containsExactly(first, second);

        channel.broken.set(false);

        await().untilAsserted(() -> assertThat(outbox.events).isEmpty());
        assertThat(channel.sent).containsExactly(first, second);
    }

    @Test
    void aLaterEventNeverOvertakesOneThatCouldNotBeSent() {
        channel.brokenFor.add(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(POST, NOW.minusSeconds(59));
        WaitingEvent other = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(channel.attempts).hasValueGreaterThan(3));
        assertThat(channel.sent).containsExactly(other);
    }

    @Test
    void aStoreThatIsAwayDoesNotEndTheRelay() {
        outbox.away.set(true);
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(outbox.sweeps).hasValueGreaterThan(2));
        WaitingEvent left = outbox.add(POST, NOW.minusSeconds(60));

        outbox.away.set(false);

        await().untilAsserted(() -> assertThat(channel.sent).containsExactly(left));
    }

    @Test
    void aStoreThatCameBackWithNothingToSendIsARecovery(CapturedOutput log) {
        outbox.away.set(true);
        relay = relay(OFTEN);
        relay.start();
        await().untilAsserted(() -> assertThat(log).contains("The outboxes cannot be read"));

        outbox.away.set(false);

        await().untilAsserted(() -> assertThat(log).contains("The outboxes are read, and their events leave, again"));
    }

    @Test
    void itSaysHowLongTheOldestEventWaits() {
        channel.broken.set(true);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(90));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(relay.oldestWait()).contains(Duration.ofSeconds(90)));
    }

    @Test
    void aPostThatAnotherReplicaIsSendingIsLeftToIt() {
        outbox.add(POST, NOW.minusSeconds(60));
        WaitingEvent other = outbox.add(OTHER_POST, NOW.minusSeconds(60));
        outbox.claims.put(POST, new Claim(ANOTHER_RELAY, NOW, NOW.plusSeconds(1)));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(outbox.sweeps).hasValueGreaterThan(3));
        assertThat(channel.sent).containsExactly(other);
    }

    @Test
    void whatADeadReplicaClaimedIsSentOnceItsClaimEnded() {
        WaitingEvent left = outbox.add(POST, NOW.minusSeconds(60));
        outbox.claims.put(POST, new Claim(ANOTHER_RELAY, NOW.minusSeconds(60), NOW));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(channel.sent).containsExactly(left));
    }

    @Test
    void aClaimOutlastsEverySendThatBeganUnderIt() {
        secondsPassed.set(60);
        outbox.add(POST, NOW);
        outbox.add(POST, NOW.plusMillis(1));
        outbox.add(POST, NOW.plusMillis(2));
        channel.takesSeconds.set(2);
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(outbox.events).isEmpty());
        assertThat(channel.sentUnder)
                .hasSize(3)
                .allSatisfy(
                        (began, claim) -> assertThat(began.plus(LONGEST_SEND)).isBefore(claim.until()));
    }

    @Test
    void aClaimIsGivenBackWhetherTheEventsLeftOrNot() {
        channel.brokenFor.add(POST);
        outbox.add(POST, NOW.minusSeconds(60));
        outbox.add(OTHER_POST, NOW.minusSeconds(60));
        relay = relay(OFTEN);

        relay.start();

        await().untilAsserted(() -> assertThat(channel.attempts).hasValueGreaterThan(3));
        relay.close();
        assertThat(outbox.claims).isEmpty();
    }

    private OutboxRelay relay(Duration sweepEvery) {
        InstantSource clock = this::now;
        return new OutboxRelay(outbox, channel, clock.withZone(ZoneOffset.UTC), sweepEvery, RELAY);
    }

    private Instant now() {
        return NOW.plusSeconds(secondsPassed.get());
    }

    private static final class FakeOutbox implements Outbox {

        private final ConcurrentLinkedDeque<WaitingEvent> events = new ConcurrentLinkedDeque<>();
        private final AtomicInteger sweeps = new AtomicInteger();
        private final AtomicBoolean away = new AtomicBoolean();
        private final Map<UUID, Claim> claims = new ConcurrentHashMap<>();

        @CanIgnoreReturnValue
        WaitingEvent add(UUID post, Instant at) {
            WaitingEvent event = new WaitingEvent(UUID.randomUUID(), post, "a.type", at, "{}", null);
            events.add(event);
            return event;
        }

        @Override
        public Flux<WaitingEvent> claim(UUID postId, Claim claim) {
            return Flux.defer(() -> {
                List<WaitingEvent> waiting = events.stream()
                        .filter(event -> event.postId().equals(postId))
                        .toList();
                if (waiting.isEmpty()) {
                    return Flux.empty();
                }
                Claim holder = claims.merge(
                        postId, claim, (theirs, ours) -> theirs.until().isAfter(ours.from()) ? theirs : ours);
                return holder.equals(claim) ? Flux.fromIterable(waiting) : Flux.empty();
            });
        }

        @Override
        public Mono<Void> release(UUID postId, Claim claim) {
            return Mono.fromRunnable(() -> claims.remove(postId, claim));
        }

        @Override
        public Flux<Backlog> backlog(int limit) {
            return Flux.defer(() -> {
                sweeps.incrementAndGet();
                return away.get()
                        ? Flux.error(new IllegalStateException("away"))
                        : Flux.fromIterable(events)
                                .distinct(WaitingEvent::postId)
                                .map(event -> new Backlog(event.postId(), event.at()));
            });
        }

        @Override
        public Mono<Void> remove(WaitingEvent event) {
            return Mono.fromRunnable(() -> events.remove(event));
        }
    }

    private final class FakeChannel implements EventChannel {

        private final List<WaitingEvent> sent = new CopyOnWriteArrayList<>();
        private final List<UUID> brokenFor = new CopyOnWriteArrayList<>();
        private final AtomicBoolean broken = new AtomicBoolean();
        private final AtomicInteger attempts = new AtomicInteger();
        private final Map<Instant, Claim> sentUnder = new ConcurrentHashMap<>();
        private final AtomicInteger takesSeconds = new AtomicInteger();

        @Override
        public Duration longestSend() {
            return LONGEST_SEND;
        }

        @Override
        public Mono<Void> send(WaitingEvent event) {
            return Mono.fromRunnable(() -> {
                attempts.incrementAndGet();
                if (broken.get() || brokenFor.contains(event.postId())) {
                    throw new IllegalStateException("the broker is away");
                }
                sent.add(event);
                sentUnder.put(now(), outbox.claims.get(event.postId()));
                secondsPassed.addAndGet(takesSeconds.get());
            });
        }
    }
}
