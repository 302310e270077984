package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.alerts.Mailing;
import org.vedette.notification.changes.OvertakenException;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.ControlBoard;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.notification.controls.InMemoryControls;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.digests.InMemoryDigestRuns;
import org.vedette.notification.digests.TestDigests;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Growth;
import org.vedette.notification.journal.InMemoryJournal;
import org.vedette.notification.reports.NumbersService;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.reports.ReplyGroups.Group;
import org.vedette.notification.reports.Status;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What operators do with alerts while two processes send them. */
class ControlledMailsTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Lease LEASE = new Lease(Duration.ofMinutes(1), Duration.ofSeconds(20));
    private static final int AUDIENCE = 10;

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryControls controls = new InMemoryControls();
    private final ControlBoard board = new ControlBoard(controls, clock);
    private final ProgressService progress = new ProgressService(alerts, new InMemoryDigestRuns(), ledger, controls);
    private final AlertControlService control =
            new AlertControlService(progress, controls, board, ledger, subscribers, clock);
    private final MailSwitchService switches =
            new MailSwitchService(controls, board, () -> ledger.restart(null, clock.instant()), clock);
    private final Map<SubscriberId, Integer> mails = new HashMap<>();
    private final Map<SubscriberId, Reply> replies = new HashMap<>();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final UnsubscribeService unsubscribes = new UnsubscribeService(subscribers, tokens, journal, clock);
    private final Replica here = new Replica("here", board);
    private final ControlBoard boardElsewhere = new ControlBoard(controls, clock);
    private final Replica elsewhere = new Replica("elsewhere", boardElsewhere);
    private final List<SubscriberId> audience =
            Stream.generate(this::aSubscriber).limit(AUDIENCE).toList();
    private final Alert alert = anAlert();
    private Runnable afterAMail = () -> {};

    @Test
    void aPausedAlertSendsNothingAndHoldsUpNoOther() {
        var other = anAlert();
        assertThat(get(control.pause(alert.id(), "Ada")).status()).isEqualTo(Status.PAUSED);

        here.send(alert.id(), audience);
        here.send(other.id(), audience);
        here.sweep();

        assertThat(report(alert.id()).counts().deferred()).isEqualTo(AUDIENCE);
        assertThat(report(other.id()).counts().sent()).isEqualTo(AUDIENCE);
        assertThat(mails.values()).containsOnly(1);
    }

    @Test
    void whatWasPausedIsSentOnceWhenItIsResumed() {
        get(control.pause(alert.id(), "Ada"));
        here.send(alert.id(), audience);
        clock.advance(Duration.ofDays(5));

        assertThat(get(control.resume(alert.id(), "Grace")).status()).isEqualTo(Status.SENDING);
        here.sweep();
        here.send(alert.id(), audience);

        assertThat(report(alert.id()).counts().sent()).isEqualTo(AUDIENCE);
        assertThat(mails.values()).hasSize(AUDIENCE).containsOnly(1);
    }

    @Test
    void theTimeOfAPauseIsNotTakenFromTheMails() {
        get(control.pause(alert.id(), "Ada"));
        here.send(alert.id(), audience);
        clock.advance(Duration.ofDays(5));
        get(control.resume(alert.id(), "Ada"));
        replies.put(audience.get(0), new Reply.TryLater("452 4.2.2 mailbox full"));

        here.sweep();

        assertThat(report(alert.id()).counts().abandoned()).isZero();
        assertThat(report(alert.id()).counts().deferred()).isOne();
    }

    @Test
    void aPauseAmidTheMailsStopsTheRestOfThem() {
        afterAMail = () -> get(control.pause(alert.id(), "Ada"));

        here.send(alert.id(), audience);

        assertThat(mails).hasSize(1);
        assertThat(report(alert.id()).counts().deferred()).isEqualTo(AUDIENCE - 1);
        assertSumsHold();
    }

    @Test
    void anotherProcessObeysWhenItHasRead() {
        boardElsewhere.refresh().block(TIMEOUT);
        get(control.pause(alert.id(), "Ada"));
        boardElsewhere.refresh().block(TIMEOUT);

        elsewhere.send(alert.id(), audience);

        assertThat(mails).isEmpty();
    }

    @Test
    void aProcessThatStartsSendsNothingBeforeItKnowsWhatIsStopped() {
        get(switches.turn(true, "Ada", null));
        controls.failWith(new IllegalStateException("the store is unavailable"));

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> elsewhere.send(alert.id(), audience));
        assertThat(ledger.rows()).isEmpty();

        controls.failWith(null);
        elsewhere.send(alert.id(), audience);
        assertThat(mails).isEmpty();
    }

    @Test
    void whatIsKnownHoldsWhileTheStoreIsAway() {
        get(switches.turn(true, "Ada", null));
        controls.failWith(new IllegalStateException("the store is unavailable"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> board.refresh().block(TIMEOUT));
        assertThat(ledger.open(Delivery.due(of(audience.get(0)), clock.instant()))
                        .block(TIMEOUT))
                .isTrue();

        here.sweep();

        assertThat(mails).isEmpty();
    }

    @Test
    void theSwitchStopsAlertsAndNoConfirmation() {
        get(switches.turn(true, "Ada", "a wrong title"));
        var pending = org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber();
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
        var confirmation = new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt());
        assertThat(ledger.open(Delivery.due(confirmation, clock.instant())).block(TIMEOUT))
                .isTrue();

        here.send(alert.id(), audience);
        here.sweep();

        assertThat(mails.keySet()).containsExactly(pending.id());
        assertThat(report(alert.id()).status()).isEqualTo(Status.SENDING);
        assertThat(get(switches.turn(false, "Grace", null)).changes())
                .extracting(MailSwitch.Change::by)
                .containsExactly("Grace", "Ada");
        here.sweep();
        assertThat(report(alert.id()).counts().sent()).isEqualTo(AUDIENCE);
    }

    @Test
    void turningTheSwitchTwiceIsTurningItOnce() {
        get(switches.turn(true, "Ada", "first"));

        assertThat(get(switches.turn(true, "Grace", "second")).changes())
                .extracting(MailSwitch.Change::by)
                .containsExactly("Ada");
    }

    @Test
    void whatIsNotSentOfACancelledAlertIsSuppressed() {
        replies.put(audience.get(0), new Reply.TryLater("451 busy"));
        here.send(alert.id(), audience.subList(0, 4));

        assertThat(get(control.cancel(alert.id(), "Ada")).status()).isEqualTo(Status.CANCELLED);
        here.send(alert.id(), audience);
        assertThat(get(control.cancel(alert.id(), "Grace")).status()).isEqualTo(Status.CANCELLED);

        var report = report(alert.id());
        assertThat(report.counts().sent()).isEqualTo(3);
        assertThat(report.counts().suppressed()).isEqualTo(AUDIENCE - 3);
        assertThat(report.isOpen()).isFalse();
        assertThat(ledger.row(of(audience.get(9))).state())
                .isEqualTo(new DeliveryState.Suppressed(clock.instant(), "cancelled by Ada"));
        assertSumsHold();
    }

    @Test
    void aCancelledMailThatMayBeOutIsNotCalledUnsent() {
        replies.put(audience.get(0), new Reply.Uncertain("[EOF]"));
        here.send(alert.id(), audience.subList(0, 1));
        assertThat(report(alert.id()).counts().repeated()).isOne();

        get(control.cancel(alert.id(), "Ada"));

        assertThat(report(alert.id()).counts().uncertain()).isOne();
        assertSumsHold();
    }

    @Test
    void aClaimOfACrashedProcessOfACancelledAlertIsUncertain() {
        assertThat(ledger.open(Delivery.claimed(of(audience.get(0)), "crashed", clock.instant()))
                        .block(TIMEOUT))
                .isTrue();
        get(control.cancel(alert.id(), "Ada"));
        clock.advance(Duration.ofMinutes(2));

        here.sweep();

        assertThat(report(alert.id()).counts().uncertain()).isOne();
        assertThat(mails).isEmpty();
    }

    @Test
    void whatFailedIsSentAgainToThoseWhoAreStillSubscribed() {
        replies.put(audience.get(0), new Reply.Refused("550 5.1.2 no such domain", false));
        replies.put(audience.get(1), new Reply.Refused("550 5.1.1 no such user", true));
        here.send(alert.id(), audience);
        assertThat(report(alert.id()).counts().bounced()).isEqualTo(2);
        replies.clear();

        assertThat(get(control.resend(alert.id(), "Ada"))).isOne();
        here.sweep();

        var report = report(alert.id());
        assertThat(report.counts().sent()).isEqualTo(AUDIENCE - 1);
        assertThat(report.counts().bounced()).isOne();
        assertThat(report.counts().attempts()).isEqualTo(AUDIENCE + 1);
        assertThat(mails.get(audience.get(1))).isOne();
        assertThat(report.control().lastStep().note()).isEqualTo("1 mails");
        assertThat(get(control.resend(alert.id(), "Ada"))).isZero();
        assertSumsHold();
    }

    @Test
    void whatTheStateDoesNotAllowIsRefused() {
        here.send(alert.id(), audience);

        assertRefused(control.pause(alert.id(), "Ada"), "Nothing is left");
        assertRefused(control.approve(alert.id(), "Ada"), "does not wait");
        assertRefused(control.cancel(alert.id(), "Ada"), "Nothing is left");
        var cancelled = anAlert();
        get(control.cancel(cancelled.id(), "Grace"));
        assertRefused(control.pause(cancelled.id(), "Ada"), "cancelled by Grace");
        assertRefused(control.resume(cancelled.id(), "Ada"), "cancelled by Grace");
        assertThatExceptionOfType(ControlRefusedException.class)
                .isThrownBy(() -> get(control.resend(cancelled.id(), "Ada")));
        assertThat(control.pause(AlertId.ofPost(UUID.randomUUID()), "Ada").blockOptional(TIMEOUT))
                .isEmpty();
    }

    @Test
    void oneWhoIsOvertakenTriesAgainAndSaysSoInTheEnd() {
        controls.overtaken.set(4);
        assertThat(get(control.pause(alert.id(), "Ada")).status()).isEqualTo(Status.PAUSED);

        controls.overtaken.set(5);
        assertThatExceptionOfType(OvertakenException.class).isThrownBy(() -> get(control.resume(alert.id(), "Ada")));
    }

    @Test
    void anAlertThatWaitsGoesWhenItIsApproved() {
        var held = AlertControl.of(alert.id()).held("5,000 subscribers", clock.instant());
        assertThat(controls.store(held, clock.instant()).block(TIMEOUT)).isTrue();
        here.send(alert.id(), audience);
        assertThat(report(alert.id()).status()).isEqualTo(Status.WAITING);
        assertRefused(control.pause(alert.id(), "Ada"), "second look");

        get(control.approve(alert.id(), "Ada"));
        get(control.approve(alert.id(), "Grace"));
        here.sweep();

        assertThat(report(alert.id()).counts().sent()).isEqualTo(AUDIENCE);
        assertThat(report(alert.id()).control().last(AlertControl.Action.APPROVED))
                .extracting(step -> step == null ? "" : step.by())
                .isEqualTo("Ada");
    }

    @Test
    void whoeverLeavesByALinkInAMailIsLostByThatMail() {
        replies.put(audience.get(1), new Reply.Refused("550 5.1.1 no such user", true));
        here.send(alert.id(), audience);
        var token = tokens.unsubscribe(audience.get(0));

        get(unsubscribes.unsubscribe(token, alert.id().value()));
        get(unsubscribes.unsubscribe(token, alert.id().value()));
        get(unsubscribes.unsubscribe(tokens.unsubscribe(audience.get(2))));

        var numbers = get(new NumbersService(progress, ledger, new Growth(journal, clock)).of(alert.id()));
        assertThat(numbers.lost(Change.LEFT)).isOne();
        assertThat(numbers.lost(Change.SUPPRESSED)).isOne();
        assertThat(journal.count(Change.LEFT)).isEqualTo(2);
        assertThat(numbers.failed()).containsExactly(new Group("550 5.1.1 no such user", 1));
        assertThat(numbers.untilFirst()).isZero();
    }

    private void assertSumsHold() {
        var report = report(alert.id());
        var counts = report.counts();
        assertThat(counts.sent()
                        + counts.deferred()
                        + counts.bounced()
                        + counts.suppressed()
                        + report.uncertain()
                        + counts.abandoned()
                        + report.inProgress())
                .isEqualTo(report.audience())
                .isEqualTo(AUDIENCE);
    }

    private static void assertRefused(Mono<?> attempt, String text) {
        assertThatExceptionOfType(ControlRefusedException.class)
                .isThrownBy(() -> attempt.block(TIMEOUT))
                .withMessageContaining(text);
    }

    private Progress report(AlertId id) {
        return get(progress.of(id));
    }

    @Test
    void aMailingThatIsReplayedMonthsAfterItsCancellationIsNotSent() {
        get(control.cancel(alert.id(), "Ada"));
        clock.advance(Duration.ofDays(95));

        here.send(alert.id(), audience);

        assertThat(mails).isEmpty();
    }

    @Test
    void aMailingThatIsReplayedWhenItsRowsAreRemovedIsNotSent() {
        here.send(alert.id(), audience);
        ledger.remove(alert.id());

        here.send(alert.id(), audience);

        assertThat(mails.values()).hasSize(AUDIENCE).containsOnly(1);
        assertThat(ledger.rows()).isEmpty();
    }

    private DeliveryId.OfAlert of(SubscriberId subscriber) {
        return new DeliveryId.OfAlert(alert.id(), subscriber);
    }

    private Alert anAlert() {
        var post = AlertedPost.of(aPost().publishedAt(clock.instant()).build());
        var planned = new AlertState.Planned(AUDIENCE, clock.instant());
        return get(alerts.open(new Alert(AlertId.ofPost(post.id()), post, clock.instant(), planned)));
    }

    private SubscriberId aSubscriber() {
        Active active = anActiveSubscriber();
        assertThat(subscribers.add(active).block(TIMEOUT)).isTrue();
        return active.id();
    }

    @CanIgnoreReturnValue
    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }

    /** One replica. */
    private final class Replica implements Mailer {

        private final AlertSender sender;
        private final DeliverySweeper sweeper;

        Replica(String name, ControlBoard itsBoard) {
            var claims = new Claims(ledger, name, LEASE, itsBoard, clock);
            var messages = new MessageService(alerts, subscribers, TestDigests.none(), progress);
            var policy = new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofDays(2), 3);
            var attempts = new AttemptService(claims, this, unsubscribes, policy, clock);
            sender = new AlertSender(alerts, messages, claims, attempts, this, 1, VirtualTimeScheduler.create());
            sweeper = new DeliverySweeper(claims, messages, attempts, this, () -> true, 1);
        }

        void send(AlertId id, List<SubscriberId> to) {
            sender.send(new Mailing(id, to)).block(TIMEOUT);
        }

        void sweep() {
            sweeper.sweep();
        }

        @Override
        public Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed) {
            return Mono.fromSupplier(() -> {
                if (!allowed.getAsBoolean()) {
                    return new Reply.Postponed("not allowed", Duration.ZERO);
                }
                var to = message.subscriber().id();
                mails.merge(to, 1, Integer::sum);
                afterAMail.run();
                return replies.getOrDefault(to, new Reply.Accepted("250 ok"));
            });
        }
    }
}
