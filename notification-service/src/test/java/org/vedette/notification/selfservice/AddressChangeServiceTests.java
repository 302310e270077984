package org.vedette.notification.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.notification.subscribers.TestSubscribers.anActiveSubscriber;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.selfservice.AddressChangeService.Outcome;
import org.vedette.notification.selfservice.AddressChangeService.Requested;
import org.vedette.notification.signup.ClientNetwork;
import org.vedette.notification.signup.RateLimit;
import org.vedette.notification.signup.SignUpLimits;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.AddressChange.Mailbox;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.LinkTokens;
import reactor.core.publisher.Mono;

class AddressChangeServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final EmailAddress NEW = new EmailAddress("new@example.org");

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final LinkTokens tokens = new LinkTokens(new LinkKey("one key of thirty-two characters"));
    private final List<RequestedMail> mails = new CopyOnWriteArrayList<>();
    private final AddressChangeService service = new AddressChangeService(
            subscribers,
            tokens,
            (mail, id, at) -> Mono.fromRunnable(() -> mails.add(mail)),
            new SignUpLimits(
                    Map.of(
                            Subject.CLIENT, new RateLimit(2, Duration.ofHours(1)),
                            Subject.MAILBOX, new RateLimit(2, Duration.ofDays(1))),
                    clock),
            clock);
    private final Active ada = anActiveSubscriber();

    @BeforeEach
    void addAda() {
        assertThat(subscribers.add(ada).block(TIMEOUT)).isTrue();
    }

    @Test
    void bothMailboxesAreAsked() {
        assertThat(request(NEW)).isEqualTo(Requested.ASKED);

        assertThat(mails).containsExactly(RequestedMail.OLD_ADDRESS, RequestedMail.NEW_ADDRESS);
        assertThat(address()).isEqualTo(ada.address());
    }

    @Test
    void oneMailboxIsAskedNoMoreOftenThanItMayBeSubscribed() {
        for (var request = 0; request < 3; request++) {
            assertThat(request(NEW)).isEqualTo(Requested.ASKED);
            clock.advance(Duration.ofHours(2));
        }

        assertThat(mails).hasSize(4);
    }

    @Test
    void aClientHasTheLimitOfSubscriptions() {
        for (var request = 0; request < 2; request++) {
            assertThat(request(new EmailAddress("new" + request + "@example.org")))
                    .isEqualTo(Requested.ASKED);
            clock.advance(Duration.ofMinutes(11));
        }

        assertThat(request(new EmailAddress("another@example.org"))).isEqualTo(Requested.TOO_MANY);
    }

    @Test
    void theAddressChangesWhenBothHaveConfirmedInWhateverOrder() {
        var at = requested(NEW);

        assertThat(confirm(at, Mailbox.NEW)).isEqualTo(Outcome.ONE_LEFT);
        assertThat(address()).isEqualTo(ada.address());
        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.DONE);

        assertThat(address()).isEqualTo(NEW);
        assertThat(stored().profile().change()).isNull();
    }

    @Test
    void oneMailboxCannotConfirmForBoth() {
        var at = requested(NEW);

        confirmTwice(at, Mailbox.NEW);

        assertThat(address()).isEqualTo(ada.address());
    }

    @Test
    void lookingAtALinkConfirmsNothing() {
        var at = requested(NEW);

        assertThat(check(at, Mailbox.OLD)).isEqualTo(Outcome.OPEN);
        assertThat(confirm(at, Mailbox.NEW)).isEqualTo(Outcome.ONE_LEFT);
        assertThat(check(at, Mailbox.NEW)).isEqualTo(Outcome.ONE_LEFT);
    }

    @Test
    void aLinkThatIsTooOldConfirmsNothing() {
        var at = requested(NEW);
        clock.advance(Duration.ofDays(2).plusMillis(1));

        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.OVER);
    }

    @Test
    void aLinkOfAnEarlierRequestConfirmsNothing() {
        var first = requested(NEW);
        clock.advance(Duration.ofMinutes(10));
        var second = requested(new EmailAddress("other@example.org"));

        assertThat(confirm(first, Mailbox.OLD)).isEqualTo(Outcome.OVER);
        assertThat(confirm(second, Mailbox.OLD)).isEqualTo(Outcome.ONE_LEFT);
    }

    @Test
    void aLinkIsUsedUpWhenTheAddressHasChanged() {
        var at = requested(NEW);
        assertThat(confirm(at, Mailbox.NEW)).isEqualTo(Outcome.ONE_LEFT);
        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.DONE);

        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.OVER);
    }

    @Test
    void nobodyMovesToTheAddressOfAnotherSubscriber() {
        assertThat(subscribers
                        .add(anActiveSubscriber(Preferences.EVERYTHING, NEW.value()))
                        .block(TIMEOUT))
                .isTrue();
        var at = requested(NEW);
        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.ONE_LEFT);

        assertThat(confirm(at, Mailbox.NEW)).isEqualTo(Outcome.TAKEN);
        assertThat(address()).isEqualTo(ada.address());
    }

    @Test
    void theAddressThatOneHasIsNoChange() {
        assertThat(request(ada.address())).isEqualTo(Requested.SAME_ADDRESS);
        assertThat(mails).isEmpty();
    }

    @Test
    void aSecondRequestHasToWait() {
        requested(NEW);

        assertThat(request(new EmailAddress("other@example.org"))).isEqualTo(Requested.TOO_SOON);
        assertThat(mails).hasSize(2);
    }

    @Test
    void whoHasLeftCannotMove() {
        var at = requested(NEW);
        assertThat(subscribers.replace(stored().unsubscribe(clock.instant())).block(TIMEOUT))
                .isTrue();

        assertThat(request(NEW)).isEqualTo(Requested.UNKNOWN);
        assertThat(confirm(at, Mailbox.OLD)).isEqualTo(Outcome.OVER);
    }

    @Test
    void aTokenThatSomebodyMadeUpIsUnknown() {
        assertThat(service.confirm("AAAA").block(TIMEOUT)).isEqualTo(Outcome.UNKNOWN);
        assertThat(service.request("AAAA", NEW, ClientNetwork.UNKNOWN).block(TIMEOUT))
                .isEqualTo(Requested.UNKNOWN);
        assertThat(service.confirm(tokens.unsubscribe(ada.id())).block(TIMEOUT)).isEqualTo(Outcome.UNKNOWN);
    }

    private Requested request(EmailAddress to) {
        return service.request(tokens.unsubscribe(ada.id()), to, ClientNetwork.UNKNOWN)
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    @CanIgnoreReturnValue
    private Instant requested(EmailAddress to) {
        assertThat(request(to)).isEqualTo(Requested.ASKED);
        return clock.instant();
    }

    private Outcome check(Instant at, Mailbox mailbox) {
        return service.check(tokens.changeAddress(ada.id(), at, mailbox))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private Outcome confirm(Instant at, Mailbox mailbox) {
        return service.confirm(tokens.changeAddress(ada.id(), at, mailbox))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }

    private void confirmTwice(Instant at, Mailbox mailbox) {
        assertThat(confirm(at, mailbox)).isEqualTo(Outcome.ONE_LEFT);
        assertThat(confirm(at, mailbox)).isEqualTo(Outcome.ONE_LEFT);
    }

    private EmailAddress address() {
        return stored().address();
    }

    private Active stored() {
        return (Active) subscribers.with(ada.id()).blockOptional(TIMEOUT).orElseThrow();
    }
}
