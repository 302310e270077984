package org.vedette.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.aPendingSubscriber;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.bounces.Report.Kind;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.InMemoryJournal;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class BounceServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final LinkKey KEY = new LinkKey("one key of thirty-two characters");
    private static final StatusCode GONE = new StatusCode(5, 1, 1);
    private static final StatusCode REJECTED = new StatusCode(5, 1, 0);
    private static final StatusCode FULL = new StatusCode(5, 2, 2);

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final InMemorySentMails mails = new InMemorySentMails();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final ReturnPath returnPath = ReturnPath.of("bounces@blog.example", KEY);
    private final BounceService bounces = bounces(returnPath);
    private final Active ada = anActiveSubscriber();
    private DeliveryId sent = id(ada);

    @BeforeEach
    void send() {
        assertThat(subscribers.add(ada).block(TIMEOUT)).isTrue();
        sent = handedOver(id(ada));
    }

    @Test
    void aReportThatThereIsNoMailboxSuppressesAtOnce() {
        assertThat(apply(failure(GONE, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);

        assertThat(stored(ada))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo("reported: 550 said so"));
        assertThat(mails.get(sent).bounce()).isEqualTo(Bounced.Kind.HARD);
        assertThat(mails.wordsOf(sent)).isEqualTo("reported: 550 said so");
    }

    @Test
    void theMessageIdNamesTheMailWhereMailsHaveNoToken() {
        var report = failure(GONE, byMessageId(sent, ada.address().value()));

        assertThat(bounces(ReturnPath.of("", KEY)).apply(report).block(TIMEOUT)).isEqualTo(Outcome.HARD);

        assertThat(stored(ada)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aMessageIdAloneSuppressesNobodyWhereMailsHaveTokens() {
        var another = handedOver(id(ada));
        var recipient = ada.address().value();

        assertThat(apply(failure(GONE, byMessageId(sent, recipient)))).isEqualTo(Outcome.HARD);
        assertThat(apply(complaint(byMessageId(another, recipient)))).isEqualTo(Outcome.COMPLAINT);

        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.BOUNCED);
        assertThat(stored(ada)).isEqualTo(ada);
    }

    @Test
    void otherHardBouncesSuppressOnTheSecondDay() {
        assertThat(apply(failure(REJECTED, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);
        assertThat(apply(failure(REJECTED, byToken(handedOver(id(ada)), ada.address()))))
                .isEqualTo(Outcome.HARD);
        assertThat(stored(ada)).isInstanceOf(Active.class);

        clock.advance(Duration.ofDays(1));
        assertThat(apply(failure(REJECTED, byToken(handedOver(id(ada)), ada.address()))))
                .isEqualTo(Outcome.HARD);

        assertThat(stored(ada)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aFullMailboxIsSuppressedWhenItHasBeenFullForAWeek() {
        for (var day = 0; day < 6; day++) {
            assertThat(apply(failure(FULL, byToken(handedOver(id(ada)), ada.address()))))
                    .isEqualTo(day < 5 ? Outcome.SOFT : Outcome.HARD);
            assertThat(stored(ada)).isInstanceOf(Active.class);
            clock.advance(Duration.ofDays(1));
        }

        assertThat(apply(failure(FULL, byToken(handedOver(id(ada)), ada.address()))))
                .isEqualTo(Outcome.HARD);
        assertThat(stored(ada)).isInstanceOf(Suppressed.class);
    }

    @Test
    void theSameReportTwiceChangesNothing() {
        var report = failure(REJECTED, byToken(sent, ada.address()));
        assertThat(apply(report)).isEqualTo(Outcome.HARD);
        var before = mails.get(sent);
        clock.advance(Duration.ofDays(1));

        assertThat(apply(report)).isEqualTo(Outcome.DUPLICATE);

        assertThat(mails.get(sent)).isEqualTo(before);
        assertThat(stored(ada)).isEqualTo(ada);
    }

    @Test
    void aLateCopyOfAReportSaysNothingAboutTheMailThatWasSentAgain() {
        var report = failure(REJECTED, byToken(sent, ada.address()));
        assertThat(apply(report.identifiedBy("one"))).isEqualTo(Outcome.HARD);
        var bounced = mails.get(sent);
        mails.put(new SentMail(
                sent, SentMail.State.HANDED_OVER, clock.instant(), clock.instant(), null, false, bounced.reports()));

        assertThat(apply(report.identifiedBy("one"))).isEqualTo(Outcome.DUPLICATE);
        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.HANDED_OVER);

        assertThat(apply(report.identifiedBy("two"))).isEqualTo(Outcome.HARD);
    }

    @Test
    void aReportThatWasInterruptedIsAppliedTheNextTime() {
        var report = failure(GONE, byToken(sent, ada.address()));
        mails.failNextChange(new IllegalStateException("the store is unavailable"));

        assertThat(bounces.apply(report)
                        .onErrorResume(failed -> Mono.just(Outcome.OTHER))
                        .block(TIMEOUT))
                .isEqualTo(Outcome.OTHER);
        assertThat(apply(report)).isEqualTo(Outcome.HARD);

        assertThat(stored(ada)).isInstanceOf(Suppressed.class);
        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.BOUNCED);
    }

    @Test
    void aReportAboutAnEarlierAddressDoesNotSuppressTheNewOne() {
        var moved = ada.movedTo(new EmailAddress("new-" + ada.address().value()));
        assertThat(subscribers.replace(moved).block(TIMEOUT)).isTrue();

        assertThat(apply(failure(GONE, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);
        var another = handedOver(id(ada));
        assertThat(apply(failure(GONE, byMessageId(another, ada.address().value()))))
                .isEqualTo(Outcome.HARD);

        assertThat(stored(ada)).isEqualTo(moved);
    }

    @Test
    void aReportAboutAMailFromBeforeTheConfirmationDoesNotSuppress() {
        clock.advance(Duration.ofDays(3));
        var again = ada.suppress("550 no", clock.instant())
                .subscribe(null, clock.instant())
                .confirm(null, clock.instant());
        assertThat(subscribers.remove(ada).block(TIMEOUT)).isTrue();
        assertThat(subscribers.add(again).block(TIMEOUT)).isTrue();

        assertThat(apply(failure(GONE, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);
        assertThat(apply(complaint(byToken(sent, ada.address())))).isEqualTo(Outcome.COMPLAINT);

        assertThat(stored(ada)).isEqualTo(again);
    }

    @Test
    void aMailThatWentToAnotherMailboxSaysNothingAboutTheSubscriber() {
        var request = handedOver(new DeliveryId.OfRequest(RequestedMail.NEW_ADDRESS, ada.id(), clock.instant()));

        assertThat(apply(failure(GONE, byToken(request, new EmailAddress("new@example.org")))))
                .isEqualTo(Outcome.HARD);

        assertThat(stored(ada)).isEqualTo(ada);
        assertThat(mails.get(request).state()).isEqualTo(SentMail.State.BOUNCED);
    }

    @Test
    void whoHasNotConfirmedIsSuppressedAsWell() {
        var pending = aPendingSubscriber();
        assertThat(subscribers.add(pending).block(TIMEOUT)).isTrue();
        var confirmation = handedOver(new DeliveryId.OfConfirmation(pending.id(), pending.requestedAt()));

        assertThat(apply(failure(GONE, byToken(confirmation, pending.address()))))
                .isEqualTo(Outcome.HARD);

        assertThat(stored(pending)).isInstanceOf(Suppressed.class);
    }

    @Test
    void aComplaintSuppressesAtOnceAndLeavesTheMailSent() {
        assertThat(apply(complaint(byToken(sent, ada.address())))).isEqualTo(Outcome.COMPLAINT);

        assertThat(stored(ada))
                .isInstanceOfSatisfying(
                        Suppressed.class,
                        suppressed -> assertThat(suppressed.reason()).isEqualTo("complaint: abuse"));
        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.HANDED_OVER);
    }

    @Test
    void aSubscriberLostByAComplaintIsCountedOnceForTheMail() {
        assertThat(apply(complaint(byToken(sent, ada.address())))).isNotNull();
        assertThat(apply(complaint(byToken(sent, ada.address())))).isNotNull();

        assertThat(journal.count(Change.COMPLAINED)).isOne();
        assertThat(journal.ofMail(String.valueOf(sent.alert())).block(TIMEOUT))
                .isEqualTo(Map.of(Change.COMPLAINED, 1L));
    }

    @Test
    void aComplaintThatWasLiftedIsNotAppliedAgain() {
        var report = complaint(byToken(sent, ada.address()));
        assertThat(apply(report)).isEqualTo(Outcome.COMPLAINT);
        var lifted = ((Suppressed) stored(ada)).lifted(clock.instant());
        assertThat(subscribers.replace(lifted).block(TIMEOUT)).isTrue();

        assertThat(apply(report)).isEqualTo(Outcome.DUPLICATE);

        assertThat(stored(ada)).isEqualTo(lifted);
    }

    @Test
    void aForgedTokenMatchesNobodyWhateverElseTheReportSays() {
        var genuine = byToken(sent, ada.address());
        var forged = genuine.addresses().get(0).replaceFirst("\\+.", "+z");
        var about = new References(
                List.of(forged), sent.value() + "@blog.example", ada.address().value());

        assertThat(apply(failure(GONE, about))).isEqualTo(Outcome.FORGED);
        assertThat(stored(ada)).isEqualTo(ada);
    }

    @Test
    void aReportAboutAnUnknownMailIsCountedAndNothingElse() {
        assertThat(apply(failure(GONE, byToken(id(ada), ada.address())))).isEqualTo(Outcome.UNMATCHED);
        assertThat(apply(failure(GONE, byMessageId(id(ada), null)))).isEqualTo(Outcome.UNMATCHED);
        assertThat(apply(failure(GONE, new References(List.of("x@y.example"), "nobody", null))))
                .isEqualTo(Outcome.UNMATCHED);
        assertThat(stored(ada)).isEqualTo(ada);
    }

    @Test
    void aMailThatWasNeverHandedOverCannotComeBack() {
        var deferred = id(ada);
        mails.put(new SentMail(deferred, SentMail.State.NOT_SENT, clock.instant(), clock.instant(), null, false));

        assertThat(apply(failure(GONE, byToken(deferred, ada.address())))).isEqualTo(Outcome.UNMATCHED);
        assertThat(stored(ada)).isEqualTo(ada);
    }

    @Test
    void aReportThatIsFasterThanTheLedgerIsToBeSentAgain() {
        var claimed = id(ada);
        mails.put(new SentMail(claimed, SentMail.State.IN_PROGRESS, clock.instant(), clock.instant(), null, false));

        assertThat(apply(failure(GONE, byToken(claimed, ada.address())))).isEqualTo(Outcome.EARLY);
    }

    @Test
    void nothingThatASubscriberWhoWasErasedIsKnownByIsStored() {
        assertThat(subscribers.remove(ada).block(TIMEOUT)).isTrue();

        assertThat(apply(failure(GONE, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);

        assertThat(mails.wordsOf(sent)).isEqualTo("5.1.1");
    }

    @Test
    void aSubscriberThatCannotBeReadDoesNotKeepTheMailFromBouncing() {
        subscribers.makeUnreadable(ada.id());

        assertThat(apply(failure(GONE, byToken(sent, ada.address())))).isEqualTo(Outcome.HARD);

        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.BOUNCED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FAILURE", "COMPLAINT"})
    void everythingElseIsCountedAndChangesNothing(Kind kind) {
        assertThat(apply(Report.of(kind, byToken(sent, ada.address()))).name()).isEqualTo(kind.name());

        assertThat(stored(ada)).isEqualTo(ada);
        assertThat(mails.get(sent).state()).isEqualTo(SentMail.State.HANDED_OVER);
    }

    @Test
    void everyReportIsCountedByItsDoor() {
        var counted = new ArrayList<String>();
        var about = byToken(sent, ada.address());
        var reports = new ReportService(
                message -> {
                    if (message.length == 0) {
                        throw new UnreadableReportException("empty");
                    }
                    return failure(GONE, new References(List.of(), null, null));
                },
                bounces,
                (door, outcome) -> counted.add(door.label() + " " + outcome.label()),
                Schedulers.immediate());

        for (var message : List.of(new byte[1], new byte[0], new byte[1])) {
            assertThat(reports.accept(Door.SMTP, message, about.addresses()).block(TIMEOUT))
                    .isNotNull();
        }

        assertThat(counted).containsExactly("smtp hard", "smtp unreadable", "smtp duplicate");
    }

    private BounceService bounces(ReturnPath ofMails) {
        return new BounceService(
                mails,
                new ReportMatcher(mails, ofMails),
                subscribers,
                new UnsubscribeService(subscribers, new LinkTokens(KEY), journal, clock),
                new BouncePolicy(5, Duration.ofDays(30)),
                clock);
    }

    private Outcome apply(Report report) {
        return bounces.apply(report).blockOptional(TIMEOUT).orElseThrow();
    }

    private static Report failure(StatusCode status, References about) {
        return new Report(Kind.FAILURE, about, status, "550 said so");
    }

    private static Report complaint(References about) {
        return new Report(Kind.COMPLAINT, about, StatusCode.UNKNOWN, "abuse");
    }

    private References byToken(DeliveryId id, EmailAddress to) {
        var address = returnPath.address(id.value(), id.subscriber(), to).orElseThrow();
        return new References(List.of(address), null, null);
    }

    private static References byMessageId(DeliveryId id, @Nullable String recipient) {
        return new References(List.of("alerts@blog.example"), id.value() + "@blog.example", recipient);
    }

    private static DeliveryId id(Subscriber subscriber) {
        return new DeliveryId.OfAlert(AlertId.ofPost(UUID.randomUUID()), subscriber.id());
    }

    private DeliveryId handedOver(DeliveryId id) {
        mails.put(new SentMail(id, SentMail.State.HANDED_OVER, clock.instant(), clock.instant(), null, false));
        return id;
    }

    private Subscriber stored(Subscriber subscriber) {
        return subscribers.with(subscriber.id()).blockOptional(TIMEOUT).orElseThrow();
    }
}
