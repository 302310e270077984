package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.vedette.notification.subscribers.SubscribersForTests.THEN;
import static org.vedette.notification.subscribers.SubscribersForTests.aPendingOne;
import static org.vedette.notification.subscribers.SubscribersForTests.anActiveOne;
import static org.vedette.notification.subscribers.SubscribersForTests.anUnsubscribedOne;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.SettableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.delivery.DeliveryState.Deferred;
import org.vedette.notification.delivery.DeliveryState.Sent;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.DepartureService;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.Unsubscribed;
import reactor.core.publisher.Mono;

/** The sender and the relay on one ledger, with a mailer that says what it is told to say. */
class SendingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<Letter.Mailable> mails = new CopyOnWriteArrayList<>();
    private final Map<SubscriberId, Reply> replies = new ConcurrentHashMap<>();
    private final AlertPlanner planner = new AlertPlanner(
            alerts, subscribers, mailing -> Mono.empty(), new PlanningRules(Duration.ofDays(2), 500), clock);
    private final LetterService letters = new LetterService(alerts, subscribers);
    private final Claims claims = new Claims(ledger, "me", LEASE, clock);
    private final AttemptService attempts = attemptsOf(claims);
    private final AlertSender sender = new AlertSender(alerts, letters, claims, attempts, 4);
    private final DeliveryRelay relay = new DeliveryRelay(claims, letters, attempts, Duration.ofSeconds(1), 4);
    private final Alert alert = anAlert();

    @Test
    void everybodyInAMailingIsTold() {
        var audience = anAudienceOf(10);

        send(audience);

        assertThat(mails).extracting(mail -> mail.subscriber().id()).containsExactlyInAnyOrderElementsOf(audience);
    }

    @Test
    void aMailingThatComesTwiceTellsNobodyTwice() {
        var audience = anAudienceOf(10);

        send(audience);
        send(audience);

        assertThat(mails).hasSize(10);
    }

    @Test
    void twoProcessesWithTheSameMailingTellEverybodyOnce() {
        var audience = anAudienceOf(100);
        var otherClaims = new Claims(ledger, "other", LEASE, clock);
        var other = new AlertSender(alerts, letters, otherClaims, attemptsOf(otherClaims), 4);

        sender.send(new Mailing(alert.id(), audience))
                .and(other.send(new Mailing(alert.id(), audience)))
                .block(PATIENCE);

        assertThat(mails).extracting(mail -> mail.subscriber().id()).containsExactlyInAnyOrderElementsOf(audience);
    }

    @Test
    void whoLeftAfterThePlanningIsNotTold() {
        var left = added(anUnsubscribedOne());

        send(List.of(left));

        assertThat(state(left)).isEqualTo(new DeliveryState.Suppressed(clock.instant(), "not subscribed any more"));
        assertThat(mails).isEmpty();
    }

    @Test
    void nobodyIsToldOfAPostThatWasWithdrawn() {
        var audience = anAudienceOf(3);
        planner.withdraw(alert.post().id()).block(PATIENCE);

        send(audience);

        assertThat(mails).isEmpty();
        assertThat(ledger.rows()).hasSize(3);
    }

    @Test
    void aMailboxThatDoesNotExistIsNeverMailedAgain() {
        var gone = anAudienceOf(1).get(0);
        replies.put(gone, new Reply.Refused("550 5.1.1 no such user", true));

        send(List.of(gone));

        assertThat(state(gone)).isInstanceOf(DeliveryState.Bounced.class);
        assertThat(subscribers.with(gone).block(PATIENCE)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aDeferredMailIsSentWhenItsTimeHasCome() {
        var busy = anAudienceOf(1).get(0);
        replies.put(busy, new Reply.TryLater("451 busy"));
        send(List.of(busy));
        replies.clear();

        sweep();
        assertThat(state(busy)).isInstanceOf(Deferred.class);
        clock.advance(Duration.ofSeconds(5));
        sweep();

        assertThat(state(busy)).isInstanceOf(Sent.class);
        assertThat(ledger.row(of(busy)).attempts()).isEqualTo(2);
    }

    @Test
    void aDeferredMailIsNotSentToWhoLeftMeanwhile() {
        var subscriber = anActiveOne();
        var busy = added(subscriber);
        replies.put(busy, new Reply.TryLater("451 busy"));
        send(List.of(busy));
        assertThat(subscribers.replace(left(subscriber)).block(PATIENCE)).isTrue();

        clock.advance(Duration.ofSeconds(5));
        sweep();

        assertThat(state(busy)).isInstanceOf(DeliveryState.Suppressed.class);
    }

    @Test
    void whatACrashedProcessHadClaimedIsSentWhenItsLeaseIsOver() {
        var crashed = anAudienceOf(1).get(0);
        assertThat(ledger.open(Delivery.claimed(of(crashed), "crashed", clock.instant()))
                        .block(PATIENCE))
                .isTrue();

        clock.advance(LEASE);
        sweep();
        assertThat(mails).isEmpty();
        clock.advance(Duration.ofMillis(1));
        sweep();

        assertThat(state(crashed)).isInstanceOf(Sent.class);
        assertThat(ledger.row(of(crashed)).attempts()).isEqualTo(2);
    }

    @Test
    void whatIsBeingSentIsNotAbandonedHoweverLongItTakes() {
        var slow = anAudienceOf(1).get(0);
        assertThat(claims.begin(of(slow)).block(PATIENCE)).isNotNull();

        clock.advance(LEASE.plusSeconds(1));
        claims.renew().block(PATIENCE);
        sweep();

        assertThat(state(slow)).isEqualTo(new Claimed("me", clock.instant()));
        assertThat(mails).isEmpty();
    }

    @Test
    void aShortAbsenceOfTheStoreDoesNotLoseWhatCameOfAMail() {
        var subscriber = anAudienceOf(1).get(0);
        ledger.failingSettlements.set(3);

        send(List.of(subscriber));

        assertThat(state(subscriber)).isInstanceOf(Sent.class);
        assertThat(mails).hasSize(1);
    }

    @Test
    void anAbsenceOfTheStoreThatOutlastsTheLeaseDoesNotLoseWhatCameOfAMailEither() {
        var subscriber = anAudienceOf(1).get(0);
        var hasty = new Claims(ledger, "hasty", Duration.ofMillis(100), clock);
        var hastySender = new AlertSender(alerts, letters, hasty, attemptsOf(hasty), 4);
        ledger.failingSettlements.set(4);

        hastySender.send(new Mailing(alert.id(), List.of(subscriber))).block(PATIENCE);

        assertThat(state(subscriber)).isInstanceOf(Sent.class);
    }

    @Test
    void whatThisProcessHoldsIsNotWaitingEvenWhenItsLeaseRanOut() {
        var slow = anAudienceOf(1).get(0);
        assertThat(claims.begin(of(slow)).block(PATIENCE)).isNotNull();

        clock.advance(LEASE.plusSeconds(1));
        sweep();

        assertThat(mails).isEmpty();
    }

    @Test
    void atTheEndNothingIsTriedAgain() {
        ledger.failingSettlements.set(Integer.MAX_VALUE);
        claims.stop();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> send(anAudienceOf(1)));
    }

    @Test
    void aSenderThatStopsLeavesTheRestToOthers() {
        sender.stop();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> send(anAudienceOf(3)));

        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void aMailingOfAnAlertNobodyKnowsHoldsNothingUp() {
        var unknown = AlertId.ofPost(UUID.randomUUID());

        sender.send(new Mailing(unknown, anAudienceOf(1))).block(PATIENCE);

        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void aConfirmationThatWasAskedForIsSent() {
        var pending = aPendingOne();
        var id = new DeliveryId.OfConfirmation(added(pending), pending.requestedAt());
        var confirmations = new ConfirmationSender(ledger, relay, clock);

        confirmations.request(pending).then(confirmations.request(pending)).block(PATIENCE);
        sweep();

        await().until(() -> ledger.row(id).state() instanceof Sent);
        assertThat(mails).containsExactly(new Letter.OfConfirmation(id, pending));
    }

    @Test
    void aConfirmationIsNotSentToWhoHasConfirmed() {
        var pending = aPendingOne();
        var id = new DeliveryId.OfConfirmation(added(pending), pending.requestedAt());
        assertThat(ledger.open(Delivery.due(id, clock.instant())).block(PATIENCE))
                .isTrue();
        assertThat(subscribers.replace(confirmed(pending)).block(PATIENCE)).isTrue();

        sweep();

        assertThat(ledger.row(id).state()).isInstanceOf(DeliveryState.Suppressed.class);
    }

    private AttemptService attemptsOf(Claims owned) {
        var departures = new DepartureService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2));
        return new AttemptService(owned, this::reply, departures, policy, clock);
    }

    private Mono<Reply> reply(Letter.Mailable letter) {
        return Mono.fromSupplier(() -> {
            mails.add(letter);
            return replies.getOrDefault(letter.subscriber().id(), new Reply.Accepted("250 ok"));
        });
    }

    private Alert anAlert() {
        var post = AlertedPost.of(aPost().publishedAt(clock.instant()).build());
        planner.plan(post).block(PATIENCE);
        return alerts.with(AlertId.ofPost(post.id())).blockOptional(PATIENCE).orElseThrow();
    }

    private static Subscriber left(Active active) {
        return new Unsubscribed(active.id(), active.address(), active.revision() + 1, THEN);
    }

    private static Subscriber confirmed(Pending pending) {
        return new Active(pending.id(), pending.address(), pending.revision() + 1, THEN);
    }

    private List<SubscriberId> anAudienceOf(int size) {
        return IntStream.range(0, size).mapToObj(number -> added(anActiveOne())).toList();
    }

    private SubscriberId added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(PATIENCE)).isTrue();
        return subscriber.id();
    }

    private void send(List<SubscriberId> audience) {
        sender.send(new Mailing(alert.id(), audience)).block(PATIENCE);
    }

    private void sweep() {
        relay.sweep().block(PATIENCE);
    }

    private DeliveryId.OfAlert of(SubscriberId subscriber) {
        return new DeliveryId.OfAlert(alert.id(), subscriber);
    }

    private DeliveryState state(SubscriberId subscriber) {
        return ledger.row(of(subscriber)).state();
    }
}
