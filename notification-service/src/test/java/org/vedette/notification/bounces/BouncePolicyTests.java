package org.vedette.notification.bounces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.bounces.BouncePolicy.Verdict;
import org.vedette.notification.delivery.DeliveryId;
import org.vedette.notification.delivery.DeliveryState.Bounced;
import org.vedette.notification.selfservice.RequestedMail;
import org.vedette.notification.subscribers.SubscriberId;

class BouncePolicyTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final StatusCode FULL = new StatusCode(5, 2, 2);
    private static final StatusCode REJECTED = new StatusCode(5, 1, 0);

    private final BouncePolicy policy = new BouncePolicy(5, Duration.ofDays(30));
    private final SubscriberId subscriber = new SubscriberId(UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({
        "5.1.1, HARD, true",
        "5.1.0, HARD, false",
        "5.1.2, HARD, false",
        "5.1.3, HARD, false",
        "5.1.6, HARD, false",
        "5.1.10, HARD, false",
        "5.2.1, HARD, false",
        "5.4.4, HARD, false",
        "4.1.1, SOFT, false",
        "5.2.2, SOFT, false",
        "4.2.2, SOFT, false",
        "5.3.4, SOFT, false",
        "5.0.0, SOFT, false",
        "4.4.7, SOFT, false",
        "5.7.1, POLICY, false",
        "4.7.0, POLICY, false",
        "5.6.0, POLICY, false",
        "5.1.8, POLICY, false",
        "5.1.7, POLICY, false",
    })
    void theStatusSaysWhoseFaultItIs(String code, Bounced.Kind kind, boolean suppresses) {
        assertThat(policy.judge(StatusCode.in(code).orElseThrow(), List.of(), NOW))
                .isEqualTo(new Verdict(kind, suppresses));
    }

    @Test
    void twoHardBouncesOnTwoDaysSuppress() {
        assertThat(policy.judge(REJECTED, List.of(bounced(Bounced.Kind.HARD, 1)), NOW))
                .isEqualTo(new Verdict(Bounced.Kind.HARD, true));
    }

    @Test
    void twoHardBouncesOnOneDayDoNot() {
        assertThat(policy.judge(REJECTED, List.of(bounced(Bounced.Kind.HARD, 0)), NOW)
                        .suppresses())
                .isFalse();
    }

    @Test
    void whatWasNotTheMailboxsFaultDoesNotCount() {
        var history = List.of(bounced(Bounced.Kind.POLICY, 1), bounced(Bounced.Kind.SOFT, 2), mail(1, null));

        assertThat(policy.judge(REJECTED, history, NOW).suppresses()).isFalse();
    }

    @Test
    void aMailToAnotherAddressDoesNotCount() {
        var id = new DeliveryId.OfRequest(RequestedMail.NEW_ADDRESS, subscriber, NOW);
        var other =
                new SentMail(id, SentMail.State.BOUNCED, NOW, NOW.minus(Duration.ofDays(1)), Bounced.Kind.HARD, false);

        assertThat(policy.judge(REJECTED, List.of(other), NOW).suppresses()).isFalse();
    }

    @Test
    void aMailboxThatIsFullDayAfterDayCountsAsGoneAfterSixDays() {
        assertThat(policy.judge(FULL, daily(4), NOW).kind()).isEqualTo(Bounced.Kind.SOFT);
        assertThat(policy.judge(FULL, daily(5), NOW)).isEqualTo(new Verdict(Bounced.Kind.HARD, false));
    }

    @Test
    void manyMailsOnOneDayCountOnce() {
        var sameDay = IntStream.range(0, 30)
                .mapToObj(mail -> bounced(Bounced.Kind.SOFT, 0))
                .toList();

        assertThat(policy.score(sameDay, NOW)).isEqualTo(1);
    }

    @Test
    void aPointIsWorthHalfAfterAMonth() {
        assertThat(policy.score(List.of(bounced(Bounced.Kind.SOFT, 30)), NOW)).isEqualTo(1.5);
    }

    @Test
    void aMailboxThatIsFullWeekAfterWeekCountsAsGoneAfterNineWeeks() {
        assertThat(policy.judge(FULL, weekly(7), NOW).kind()).isEqualTo(Bounced.Kind.SOFT);
        assertThat(policy.judge(FULL, weekly(8), NOW).kind()).isEqualTo(Bounced.Kind.HARD);
    }

    private List<SentMail> daily(int mails) {
        return IntStream.rangeClosed(1, mails)
                .mapToObj(days -> bounced(Bounced.Kind.SOFT, days))
                .toList();
    }

    private List<SentMail> weekly(int mails) {
        return IntStream.rangeClosed(1, mails)
                .mapToObj(weeks -> bounced(Bounced.Kind.SOFT, 7 * weeks))
                .toList();
    }

    private SentMail bounced(Bounced.Kind kind, int daysAgo) {
        return mail(daysAgo, kind);
    }

    private SentMail mail(int daysAgo, Bounced.@Nullable Kind kind) {
        var id = new DeliveryId.OfAlert(AlertId.ofPost(UUID.randomUUID()), subscriber);
        var state = kind == null ? SentMail.State.HANDED_OVER : SentMail.State.BOUNCED;
        return new SentMail(id, state, NOW, NOW.minus(Duration.ofDays(daysAgo)), kind, false);
    }
}
