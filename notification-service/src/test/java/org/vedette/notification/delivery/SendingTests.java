package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.vedette.notification.subscribers.TestSubscribers.THEN;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anUnsubscribedSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertPlanner;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.alerts.Occasion;
import org.vedette.notification.alerts.PlanningRules;
import org.vedette.notification.alerts.SecondLook;
import org.vedette.notification.controls.TestControls;
import org.vedette.notification.delivery.DeliveryState.Claimed;
import org.vedette.notification.delivery.DeliveryState.Deferred;
import org.vedette.notification.delivery.DeliveryState.Sent;
import org.vedette.notification.digests.TestDigests;
import org.vedette.notification.preferences.PostTopics;
import org.vedette.notification.reports.TestReports;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.AddressChange;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.UnsubscribeService;
import org.vedette.notification.subscribers.Unsubscribed;
import org.vedette.starter.failures.ProcessingStoppedException;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** The sender and the sweeper on one ledger, with a mailer that replies as the test says. */
class SendingTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration RESERVE = Duration.ofSeconds(20);

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<Message.Mailable> mails = new CopyOnWriteArrayList<>();
    private final Map<SubscriberId, Reply> replies = new ConcurrentHashMap<>();
    private final AlertPlanner planner = new AlertPlanner(
            alerts,
            subscribers,
            mailing -> Mono.empty(),
            SecondLook.NONE,
            new PlanningRules(Duration.ofDays(2), 500),
            clock);
    private final MessageService messages =
            new MessageService(alerts, subscribers, TestDigests.none(), TestReports.none());
    private final TestMailer mailer = new TestMailer();
    private final Claims claims = new Claims(ledger, "me", new Lease(LEASE, RESERVE), TestControls.none(), clock);
    private final AttemptService attempts = attemptsOf(claims);
    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AlertSender sender = new AlertSender(alerts, messages, claims, attempts, mailer, 4, time);
    private boolean isBacklogProcessed = true;
    private final DeliverySweeper sweeper =
            new DeliverySweeper(claims, messages, attempts, mailer, () -> isBacklogProcessed, 4);
    private final Alert alert = anAlert();
    private Duration queueing = Duration.ZERO;
    private Runnable afterAMail = () -> {};

    @Test
    void everySubscriberInAMailingGetsAMail() {
        var audience = anAudienceOf(10);

        send(audience);

        assertThat(mails).extracting(mail -> mail.subscriber().id()).containsExactlyInAnyOrderElementsOf(audience);
    }

    @Test
    void aMailingThatIsReceivedTwiceSendsNobodyTwoMails() {
        var audience = anAudienceOf(10);

        send(audience);
        send(audience);

        assertThat(mails).hasSize(10);
    }

    @Test
    void twoProcessesWithTheSameMailingSendEachMailOnce() {
        var audience = anAudienceOf(100);
        var otherClaims = new Claims(ledger, "other", new Lease(LEASE, RESERVE), TestControls.none(), clock);
        var other = new AlertSender(alerts, messages, otherClaims, attemptsOf(otherClaims), mailer, 4, time);

        sender.send(new Mailing(alert.id(), audience))
                .and(other.send(new Mailing(alert.id(), audience)))
                .block(TIMEOUT);

        assertThat(mails).extracting(mail -> mail.subscriber().id()).containsExactlyInAnyOrderElementsOf(audience);
    }

    @Test
    void aSubscriberThatCannotBeReadHoldsUpNoOtherInAMailing() {
        var audience = anAudienceOf(10);
        subscribers.makeUnreadable(audience.get(3));

        send(audience);

        assertThat(mails).hasSize(9);
        assertThat(state(audience.get(3))).isInstanceOf(Deferred.class);
    }

    @Test
    void aSubscriberThatCannotBeReadHoldsUpNoOtherInASweep() {
        var audience = anAudienceOf(10);
        audience.forEach(subscriber -> openDue(of(subscriber)));
        subscribers.makeUnreadable(audience.get(0));

        sweep();

        assertThat(mails).hasSize(9);
        assertThat(state(audience.get(0))).isInstanceOf(Deferred.class);
    }

    @Test
    void aDeliveryThatFailsUnexpectedlyHoldsUpNoOtherAndIsReported() {
        var audience = anAudienceOf(10);
        audience.forEach(subscriber -> openDue(of(subscriber)));
        ledger.makeUnclaimable(of(audience.get(0)));

        assertThatIllegalStateException().isThrownBy(this::sweep);

        assertThat(mails).hasSize(9);
    }

    @Test
    void theDeliveriesOfAnAlertThatCannotBeReadAreDeferred() {
        var audience = anAudienceOf(3);
        alerts.makeUnreadable(alert.id());

        send(audience);

        assertThat(mails).isEmpty();
        assertThat(audience)
                .allSatisfy(subscriber -> assertThat(state(subscriber)).isInstanceOf(Deferred.class));
    }

    @Test
    void aMailingWaitsForTheEndOfAnOutageThatHidesItsAlert() {
        var audience = anAudienceOf(3);
        alerts.failWith(new IllegalStateException("the store is unavailable"));
        assertThatIllegalStateException().isThrownBy(() -> send(audience));
        assertThat(ledger.rows()).isEmpty();

        alerts.failWith(null);
        send(audience);

        assertThat(mails).hasSize(3);
    }

    @Test
    void aDeliveryToASubscriberThatCannotBeReadIsGivenUpInTheEnd() {
        var subscriber = anAudienceOf(1).get(0);
        openDue(of(subscriber));
        subscribers.makeUnreadable(subscriber);
        clock.advance(Duration.ofDays(2).plusSeconds(1));

        sweep();

        assertThat(state(subscriber)).isInstanceOf(DeliveryState.Abandoned.class);
    }

    @Test
    void aDeliveryIsNotGivenUpDuringAnOutageHoweverOldItIs() {
        var subscriber = anAudienceOf(1).get(0);
        openDue(of(subscriber));
        alerts.failWith(new IllegalStateException("the store is unavailable"));
        clock.advance(Duration.ofDays(2).plusSeconds(1));

        sweep();

        assertThat(state(subscriber)).isInstanceOf(Deferred.class);
    }

    @Test
    void aMailThatWasQueuedForTooLongOfItsLeaseIsNotSent() {
        var subscriber = anAudienceOf(1).get(0);
        queueing = LEASE.minus(RESERVE);

        send(List.of(subscriber));

        assertThat(mails).isEmpty();
        assertThat(state(subscriber)).isInstanceOf(Deferred.class);
    }

    @Test
    void aSubscriberWhoUnsubscribedAfterThePlanningGetsNoMail() {
        var left = added(anUnsubscribedSubscriber());

        send(List.of(left));

        assertThat(state(left)).isEqualTo(new DeliveryState.Suppressed(clock.instant(), "not subscribed any more"));
        assertThat(mails).isEmpty();
    }

    @Test
    void noMailIsSentAboutAPostWithALabelWhoseAlertAnEarlierVersionPlanned() {
        var post = AlertedPost.of(
                aPost().marked("AMBER").publishedAt(clock.instant()).build());
        var alert =
                new Alert(AlertId.ofPost(post.id()), post, clock.instant(), new AlertState.Planned(1, clock.instant()));
        assertThat(alerts.open(alert).block(TIMEOUT)).isEqualTo(alert);
        var subscriber = anAudienceOf(1).get(0);

        sender.send(new Mailing(alert.id(), List.of(subscriber))).block(TIMEOUT);

        assertThat(mails).isEmpty();
        assertThat(ledger.row(new DeliveryId.OfAlert(alert.id(), subscriber)).state())
                .isInstanceOf(DeliveryState.Suppressed.class);
    }

    @Test
    void aWithdrawalStopsTheMailingThatIsBeingSent() {
        var audience = anAudienceOf(5);
        var oneByOne = new AlertSender(alerts, messages, claims, attempts, mailer, 1, time);
        afterAMail = () -> {
            planner.withdraw(alert.post().id(), 2).block(TIMEOUT);
            time.advanceTimeBy(Duration.ofSeconds(1));
        };

        oneByOne.send(new Mailing(alert.id(), audience)).block(TIMEOUT);

        assertThat(mails).hasSize(1);
        assertThat(ledger.rows()).hasSize(5);
    }

    @Test
    void noMailIsSentAboutAWithdrawnPost() {
        var audience = anAudienceOf(3);
        planner.withdraw(alert.post().id(), 2).block(TIMEOUT);

        send(audience);

        assertThat(mails).isEmpty();
        assertThat(ledger.rows()).hasSize(3);
    }

    @Test
    void noCorrectionIsMailedOnceThePostIsHiddenAgain() {
        var audience = anAudienceOf(2);
        planner.withdraw(alert.post().id(), 2).block(TIMEOUT);
        clock.advance(Duration.ofHours(1));
        var correction = aCorrection(4);
        sender.send(new Mailing(correction.id(), audience.subList(0, 1))).block(TIMEOUT);
        assertThat(mails).hasSize(1);

        planner.withdraw(alert.post().id(), 5).block(TIMEOUT);
        sender.send(new Mailing(correction.id(), audience)).block(TIMEOUT);

        assertThat(mails).hasSize(1);
    }

    private Alert aCorrection(long revision) {
        var correction = new Alert(
                AlertId.ofCorrection(alert.post().id(), revision),
                alert.post(),
                clock.instant(),
                new AlertState.Planned(2, clock.instant()),
                new Occasion.Correction("Not 12, but 21."));
        return alerts.open(correction).blockOptional(TIMEOUT).orElseThrow();
    }

    @Test
    void aMailboxThatDoesNotExistIsNeverMailedAgain() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.1 no such user", true));

        send(List.of(subscriber));

        assertThat(state(subscriber)).isInstanceOf(DeliveryState.Bounced.class);
        assertThat(subscribers.with(subscriber).block(TIMEOUT)).isInstanceOf(Suppressed.class);
    }

    @Test
    void anOutageBetweenTheReplyAndItsResultDoesNotLoseASuppression() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.1 no such user", true));
        var outage = new IllegalStateException("the store is unavailable");
        subscribers.failChanges(outage, outage);

        send(List.of(subscriber));

        assertThat(subscribers.with(subscriber).block(TIMEOUT)).isInstanceOf(Suppressed.class);
        assertThat(state(subscriber)).isInstanceOf(DeliveryState.Bounced.class);
    }

    @Test
    void aSubscriberThatCannotBeReadAnyMoreDoesNotKeepTheResultFromBeingStored() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.1 no such user", true));
        afterAMail = () -> subscribers.makeUnreadable(subscriber);

        send(List.of(subscriber));

        assertThat(state(subscriber)).isInstanceOf(DeliveryState.Bounced.class);
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
    void aDeferredMailIsNotSentToASubscriberWhoUnsubscribedMeanwhile() {
        var subscriber = anActiveSubscriber();
        var busy = added(subscriber);
        replies.put(busy, new Reply.TryLater("451 busy"));
        send(List.of(busy));
        assertThat(subscribers.replace(left(subscriber)).block(TIMEOUT)).isTrue();

        clock.advance(Duration.ofSeconds(5));
        sweep();

        assertThat(state(busy)).isInstanceOf(DeliveryState.Suppressed.class);
    }

    @Test
    void aDeferredAlertWaitsForThePostEventsFromBeforeTheStartAndAConfirmationDoesNot() {
        var busy = anAudienceOf(1).get(0);
        replies.put(busy, new Reply.TryLater("451 busy"));
        send(List.of(busy));
        replies.clear();
        var pending = aPendingSubscriber();
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
        openDue(new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt()));
        clock.advance(Duration.ofSeconds(5));
        mails.clear();

        isBacklogProcessed = false;
        sweep();
        assertThat(mails).extracting(mail -> mail.subscriber().id()).containsExactly(pending.id());
        planner.withdraw(alert.post().id(), 2).block(TIMEOUT);
        isBacklogProcessed = true;
        sweep();

        assertThat(state(busy)).isInstanceOf(DeliveryState.Suppressed.class);
        assertThat(mails).hasSize(1);
    }

    @Test
    void aDeliveryOfACrashedProcessIsSentWhenItsLeaseHasEnded() {
        var crashed = anAudienceOf(1).get(0);
        assertThat(ledger.open(Delivery.claimed(of(crashed), "crashed", clock.instant()))
                        .block(TIMEOUT))
                .isTrue();

        clock.advance(LEASE);
        sweep();
        assertThat(mails).isEmpty();
        clock.advance(Duration.ofMillis(1));
        sweep();

        assertThat(state(crashed)).isInstanceOf(Sent.class);
        assertThat(ledger.row(of(crashed)).attempts()).isEqualTo(2);
        assertThat(ledger.row(of(crashed)).possibleDoubles()).isEqualTo(1);
    }

    @Test
    void aSweeperThatIsStartedAgainTakesNoLeaseForEndedBeforeItHasWatchedTheStoreForTheLengthOfOne() {
        var crashed = anAudienceOf(1).get(0);
        assertThat(ledger.open(Delivery.claimed(of(crashed), "crashed", clock.instant()))
                        .block(TIMEOUT))
                .isTrue();
        sweeper.stopSweeping();
        clock.advance(LEASE.multipliedBy(2));

        sweeper.startSweeping();
        sweep();
        assertThat(mails).isEmpty();
        clock.advance(LEASE);
        sweep();

        assertThat(state(crashed)).isInstanceOf(Sent.class);
    }

    @Test
    void aDeliveryInProgressKeepsItsLeaseWhileItIsRenewed() {
        var slow = anAudienceOf(1).get(0);
        assertThat(claims.begin(of(slow)).block(TIMEOUT)).isNotNull();

        clock.advance(LEASE.plusSeconds(1));
        claims.renew().block(TIMEOUT);
        sweep();

        assertThat(state(slow)).isEqualTo(new Claimed("me", clock.instant()));
        assertThat(mails).isEmpty();
    }

    @Test
    void aShortOutageOfTheStoreDoesNotLoseTheResultOfAMail() {
        var subscriber = anAudienceOf(1).get(0);
        ledger.failingSettlements.set(3);

        send(List.of(subscriber));

        assertThat(state(subscriber)).isInstanceOf(Sent.class);
        assertThat(mails).hasSize(1);
    }

    @Test
    void anOutageOfTheStoreLongerThanTheLeaseDoesNotLoseTheResultOfAMail() {
        var subscriber = anAudienceOf(1).get(0);
        var hasty = new Claims(
                ledger, "hasty", new Lease(Duration.ofMillis(100), Duration.ofMillis(30)), TestControls.none(), clock);
        var hastySender = new AlertSender(alerts, messages, hasty, attemptsOf(hasty), mailer, 4, time);
        ledger.failingSettlements.set(4);

        hastySender.send(new Mailing(alert.id(), List.of(subscriber))).block(TIMEOUT);

        assertThat(state(subscriber)).isInstanceOf(Sent.class);
    }

    @Test
    void aDeliveryInProgressIsNotClaimedAgainByTheSameProcess() {
        var slow = anAudienceOf(1).get(0);
        assertThat(claims.begin(of(slow)).block(TIMEOUT)).isNotNull();

        clock.advance(LEASE.plusSeconds(1));
        sweep();

        assertThat(mails).isEmpty();
    }

    @Test
    void afterTheStopNothingIsRetried() {
        ledger.failingSettlements.set(Integer.MAX_VALUE);
        claims.stop();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> send(anAudienceOf(1)));
    }

    @Test
    void aSenderThatStopsLeavesTheRestToOtherProcesses() {
        sender.stop();

        assertThatExceptionOfType(ProcessingStoppedException.class).isThrownBy(() -> send(anAudienceOf(3)));

        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void aSenderThatStartsAgainSends() {
        sender.stop();
        sender.start();
        send(anAudienceOf(1));
        assertThat(mails).hasSize(1);
    }

    @Test
    void aSweepThatStopsClaimsNothingMore() {
        openDue(of(anAudienceOf(1).get(0)));
        sweeper.stopSweeping();

        sweep();

        assertThat(mails).isEmpty();
    }

    @Test
    void aBounceDoesNotEndTheSubscription() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.2 no such domain", false));

        send(List.of(subscriber));

        assertThat(state(subscriber)).isInstanceOf(DeliveryState.Bounced.class);
        assertThat(subscribers.with(subscriber).block(TIMEOUT)).isInstanceOf(Active.class);
    }

    @Test
    void aSecondBounceOnTheSameDayDoesNotEndTheSubscription() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.2 no such domain", false));

        send(List.of(subscriber));
        sendAnotherAlertTo(subscriber);

        assertThat(subscribers.with(subscriber).block(TIMEOUT)).isInstanceOf(Active.class);
    }

    @Test
    void aSecondBounceOnAnotherDayEndsTheSubscription() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Refused("550 5.1.2 no such domain", false));

        send(List.of(subscriber));
        clock.advance(Duration.ofDays(1));
        sendAnotherAlertTo(subscriber);

        assertThat(subscribers.with(subscriber).block(TIMEOUT)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aMailThatNoServerTakesIsPutBackWithoutCountingAnAttempt() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Postponed("no mail server takes mail", Duration.ZERO));

        send(List.of(subscriber));

        assertThat(state(subscriber)).isEqualTo(new Deferred(clock.instant(), "no mail server takes mail", true));
        assertThat(ledger.row(of(subscriber)).attempts()).isZero();
    }

    @Test
    void aMailThatNoServerTakesIsNotAbandonedHoweverOldItIs() {
        var subscriber = anAudienceOf(1).get(0);
        openDue(of(subscriber));
        replies.put(subscriber, new Reply.Postponed("no mail server takes mail", Duration.ofDays(1)));
        clock.advance(Duration.ofDays(3));

        sweep();

        assertThat(state(subscriber)).isInstanceOf(Deferred.class);
    }

    @Test
    void whileNoServerTakesMailNothingIsClaimed() {
        var audience = anAudienceOf(3);
        mailer.capacity = 0;
        var sending = sender.send(new Mailing(alert.id(), audience)).toFuture();
        time.advanceTimeBy(Duration.ofMinutes(1));
        assertThat(ledger.rows()).isEmpty();

        mailer.capacity = 10;
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(sending).succeedsWithin(TIMEOUT);
        assertThat(mails).hasSize(3);
    }

    @Test
    void aSenderThatStopsWaitsForNoServer() {
        mailer.capacity = 0;
        var sending = sender.send(new Mailing(alert.id(), anAudienceOf(3))).toFuture();

        sender.stop();
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(sending).failsWithin(TIMEOUT);
    }

    @Test
    void aServerThatMayTakeMailAgainIsTriedWithOneMail() {
        anAudienceOf(10).forEach(subscriber -> openDue(of(subscriber)));
        mailer.capacity = 1;

        sweep();

        assertThat(mails).hasSize(1);
    }

    @Test
    void whenAServerTakesMailAgainWhatItDeferredGoesAtOnce() {
        var ofTheServer = anAudienceOf(1).get(0);
        var ofTheRecipient = anAudienceOf(1).get(0);
        replies.put(ofTheServer, new Reply.TryLater("554 5.7.1 blocked", true));
        replies.put(ofTheRecipient, new Reply.TryLater("452 4.2.2 mailbox full"));
        send(List.of(ofTheServer, ofTheRecipient));
        replies.clear();
        sweep();
        assertThat(state(ofTheServer)).isInstanceOf(Deferred.class);

        mailer.recoveries = 1;
        sweep();

        assertThat(state(ofTheServer)).isInstanceOf(Sent.class);
        assertThat(state(ofTheRecipient)).isInstanceOf(Deferred.class);
    }

    @Test
    void aSweepSendsAllThatIsDue() {
        anAudienceOf(500).forEach(subscriber -> openDue(of(subscriber)));

        sweep();

        assertThat(mails).hasSize(500);
    }

    @Test
    void aMailWithoutAReplyIsSentAgainUnderTheSameIdentityAndCounted() {
        var subscriber = anAudienceOf(1).get(0);
        replies.put(subscriber, new Reply.Uncertain("[EOF]"));
        send(List.of(subscriber));
        replies.clear();

        clock.advance(Duration.ofSeconds(5));
        sweep();

        assertThat(state(subscriber)).isInstanceOf(Sent.class);
        assertThat(mails).extracting(Message.Mailable::id).containsExactly(of(subscriber), of(subscriber));
        assertThat(ledger.row(of(subscriber)).possibleDoubles()).isEqualTo(1);
    }

    @Test
    void aMailingOfAnUnknownAlertIsSkipped() {
        var unknown = AlertId.ofPost(UUID.randomUUID());

        sender.send(new Mailing(unknown, anAudienceOf(1))).block(TIMEOUT);

        assertThat(ledger.rows()).isEmpty();
    }

    @Test
    void aConfirmationThatWasAskedForIsSent() {
        var pending = aPendingSubscriber();
        var id = new DeliveryId.OfConfirmation(added(pending), pending.requestedAt());
        var confirmations = new ConfirmationSender(ledger, sweeper, clock);

        confirmations
                .request(pending.id(), pending.requestedAt())
                .then(confirmations.request(pending.id(), pending.requestedAt()))
                .block(TIMEOUT);
        sweep();

        await().until(() -> ledger.row(id).state() instanceof Sent);
        assertThat(mails).containsExactly(new Message.OfConfirmation(id, pending));
    }

    @Test
    void aConfirmationIsNotSentToASubscriberWhoHasConfirmed() {
        var pending = aPendingSubscriber();
        var id = new DeliveryId.OfConfirmation(added(pending), pending.requestedAt());
        openDue(id);
        assertThat(subscribers.replace(confirmed(pending)).block(TIMEOUT)).isTrue();

        sweep();

        assertThat(ledger.row(id).state()).isInstanceOf(DeliveryState.Suppressed.class);
    }

    @Test
    void aBounceAtTheAddressThatSomebodyMovesToSuppressesNobody() {
        var to = new EmailAddress("typo@example.org");
        var change = new AddressChange(to, clock.instant(), false, false);
        var active = anActiveSubscriber();
        var moving = active.with(active.profile().with(change));
        replies.put(added(moving), new Reply.Refused("550 5.1.1 no such user", true));
        openDue(new DeliveryId.OfRequest(RequestedMail.NEW_ADDRESS, moving.id(), clock.instant()));

        sweep();

        assertThat(mails).extracting(Message.Mailable::to).containsExactly(to);
        assertThat(subscribers.with(moving.id()).block(TIMEOUT)).isEqualTo(moving);
    }

    @Test
    void aMailAboutAChangeThatIsOverIsNotSent() {
        var id = new DeliveryId.OfRequest(RequestedMail.OLD_ADDRESS, added(anActiveSubscriber()), clock.instant());
        openDue(id);

        sweep();

        assertThat(ledger.row(id).state()).isInstanceOf(DeliveryState.Suppressed.class);
    }

    private AttemptService attemptsOf(Claims owned) {
        var unsubscribes = new UnsubscribeService(
                subscribers, new LinkTokens(new LinkKey("one key of thirty-two characters")), clock);
        var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
        return new AttemptService(owned, mailer, unsubscribes, policy, clock);
    }

    private Alert anAlert() {
        var post = AlertedPost.of(aPost().publishedAt(clock.instant()).build());
        planner.follow(post, 1, PostTopics.of(null, List.of())).block(TIMEOUT);
        return alerts.with(AlertId.ofPost(post.id())).blockOptional(TIMEOUT).orElseThrow();
    }

    private static Subscriber left(Active active) {
        return new Unsubscribed(active.id(), active.address(), active.revision() + 1, active.profile(), THEN);
    }

    private static Subscriber confirmed(Pending pending) {
        return new Active(pending.id(), pending.address(), pending.revision() + 1, pending.profile(), THEN);
    }

    private void sendAnotherAlertTo(SubscriberId subscriber) {
        sender.send(new Mailing(anAlert().id(), List.of(subscriber))).block(TIMEOUT);
    }

    private List<SubscriberId> anAudienceOf(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> added(anActiveSubscriber()))
                .toList();
    }

    private SubscriberId added(Subscriber subscriber) {
        assertThat(subscribers.add(subscriber).block(TIMEOUT)).isTrue();
        return subscriber.id();
    }

    private void openDue(DeliveryId id) {
        assertThat(ledger.open(Delivery.due(id, clock.instant())).block(TIMEOUT))
                .isTrue();
    }

    private void send(List<SubscriberId> audience) {
        sender.send(new Mailing(alert.id(), audience)).block(TIMEOUT);
    }

    private void sweep() {
        sweeper.sweep();
    }

    private DeliveryId.OfAlert of(SubscriberId subscriber) {
        return new DeliveryId.OfAlert(alert.id(), subscriber);
    }

    private DeliveryState state(SubscriberId subscriber) {
        return ledger.row(of(subscriber)).state();
    }

    /** Replies as the test says. */
    private final class TestMailer implements Mailer {

        private int capacity = Integer.MAX_VALUE;
        private long recoveries;

        @Override
        public Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed) {
            return Mono.fromSupplier(() -> {
                clock.advance(queueing);
                if (!allowed.getAsBoolean()) {
                    return new Reply.Postponed("not allowed", Duration.ZERO);
                }
                mails.add(message);
                afterAMail.run();
                return replies.getOrDefault(message.subscriber().id(), new Reply.Accepted("250 ok"));
            });
        }

        @Override
        public int capacity() {
            return capacity;
        }

        @Override
        public long recoveries() {
            return recoveries;
        }
    }
}
