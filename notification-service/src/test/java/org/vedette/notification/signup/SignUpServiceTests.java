package org.vedette.notification.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vedette.notification.LinkKey;
import org.vedette.notification.MutableClock;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.signup.SignUpLimits.Subject;
import org.vedette.notification.signup.SignUpService.Outcome;
import org.vedette.notification.subscribers.ConfirmationLimits;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.InMemorySubscribers;
import org.vedette.notification.subscribers.TestSubscribers;
import reactor.core.publisher.Mono;

class SignUpServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final ClientNetwork CLIENT = new ClientNetwork("192.0.2.1", "192.0.2.1", "192.0.2.0/24");

    private final MutableClock clock = new MutableClock();
    private final InMemorySubscribers subscribers = new InMemorySubscribers();
    private final SignUpService service = new SignUpService(
            new SubscriptionService(
                    subscribers,
                    (id, at) -> Mono.empty(),
                    ConfirmationLimits.none(Duration.ofDays(2)),
                    Preferences.EVERYTHING,
                    TestSubscribers::anId,
                    clock),
            new SignUpLimits(
                    Map.of(
                            Subject.MAILBOX, new RateLimit(2, Duration.ofDays(1)),
                            Subject.CLIENT, new RateLimit(4, Duration.ofHours(1))),
                    clock),
            new FormTokens(new LinkKey("one key of thirty-two characters")),
            Duration.ofSeconds(2),
            clock);

    @Test
    void aFormThatTookAPersonsTimeIsTakenAndItsConsentIsKept() {
        var token = service.formToken();
        clock.advance(Duration.ofSeconds(2));

        assertThat(send("", token)).isInstanceOf(Outcome.Taken.class);
        assertThat(subscribers.with(ADA).block(TIMEOUT))
                .extracting(ada -> ada.profile().consent())
                .hasFieldOrPropertyWithValue("client", "192.0.2.1")
                .hasFieldOrPropertyWithValue("wording", "We send you mail.")
                .hasFieldOrPropertyWithValue("form", "7")
                .hasFieldOrPropertyWithValue("givenAt", clock.instant());
    }

    @Test
    void aFormThatIsFasterThanPeopleIsNotTakenYet() {
        var token = service.formToken();
        clock.advance(Duration.ofMillis(1_999));

        assertThat(send("", token)).isInstanceOf(Outcome.TooFast.class);
        assertThat(isStored()).isFalse();
    }

    @Test
    void whoFillsInTheTrapIsAnsweredAsEverybodyAndNotSubscribed() {
        assertThat(send("https://spam.example", null)).isInstanceOf(Outcome.Taken.class);
        assertThat(isStored()).isFalse();
    }

    @Test
    void aRequestWithoutTheFieldsOfTheFormIsTaken() {
        assertThat(send("", null)).isInstanceOf(Outcome.Taken.class);
        assertThat(isStored()).isTrue();
    }

    @Test
    void aTokenThatSomebodyMadeUpCountsAsNone() {
        assertThat(send("", "AAAA")).isInstanceOf(Outcome.Taken.class);
        assertThat(isStored()).isTrue();
    }

    @Test
    void whatTheLimitOfAMailboxRefusesIsAnsweredAsAlways() {
        send("", null);
        send("", null);
        var before = subscribers.with(ADA).block(TIMEOUT);

        assertThat(send("", null)).isInstanceOf(Outcome.Taken.class);
        assertThat(subscribers.with(ADA).block(TIMEOUT)).isEqualTo(before);
    }

    @Test
    void whatAnotherLimitRefusesIsSaid() {
        for (var number = 0; number < 4; number++) {
            assertThat(send(new EmailAddress("reader" + number + "@example.org"), "", null))
                    .isInstanceOf(Outcome.Taken.class);
        }

        assertThat(send("", null))
                .isEqualTo(new Outcome.Limited(new SignUpLimits.Refusal(Subject.CLIENT, Duration.ofMinutes(15))));
    }

    @CanIgnoreReturnValue
    private Outcome send(String trap, @Nullable String token) {
        return send(ADA, trap, token);
    }

    private Outcome send(EmailAddress address, String trap, @Nullable String token) {
        var form = new SignUpService.SentForm(address, CLIENT, trap, token, "We send you mail.", "7");
        return service.signUp(form).blockOptional(TIMEOUT).orElseThrow();
    }

    private boolean isStored() {
        return subscribers.with(ADA).hasElement().blockOptional(TIMEOUT).orElseThrow();
    }
}
