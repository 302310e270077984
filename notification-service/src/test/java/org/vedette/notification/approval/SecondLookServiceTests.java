package org.vedette.notification.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.AlertControl;
import org.vedette.notification.controls.InMemoryControls;
import org.vedette.notification.notices.Notice;
import org.vedette.notification.notices.NoticeService;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

class SecondLookServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InMemoryControls controls = new InMemoryControls();
    private final List<Notice> noticed = new ArrayList<>();
    private final Alert alert = anAlert(new AlertState.Planning(), clock.instant());

    @Test
    void anAlertBeyondTheLimitWaitsAndTheTeamIsTold() {
        consider(new ApprovalRules(1_000, 0), 1_001);

        assertThat(control().isHeld()).isTrue();
        assertThat(control().lastStep().note()).isEqualTo("1,001 subscribers want it, and more than 1,000 wait");
        assertThat(noticed).containsExactly(Notice.WAITING);
    }

    @Test
    void anAlertAtTheLimitGoes() {
        consider(new ApprovalRules(1_000, 0), 1_000);

        assertThat(control()).isEqualTo(AlertControl.of(alert.id()));
        assertThat(noticed).isEmpty();
    }

    @Test
    void anAlertThatIsMuchLargerThanUsualWaits() {
        LongStream.of(90, 100, 110, 5, 4_000)
                .forEach(audience -> anAlert(new AlertState.Planned(audience, clock.instant()), clock.instant()));

        consider(new ApprovalRules(0, 3), 301);

        assertThat(control().lastStep().note()).isEqualTo("301 subscribers want it, and 100 is usual");
    }

    @Test
    void ofFewAlertsNobodyKnowsWhatIsUsual() {
        LongStream.of(1, 1, 1, 1)
                .forEach(audience -> anAlert(new AlertState.Planned(audience, clock.instant()), clock.instant()));

        consider(new ApprovalRules(0, 3), 10_000);

        assertThat(control().isHeld()).isFalse();
    }

    @Test
    void aPlanThatIsRepeatedHoldsNothingAgainThatSomebodyApproved() {
        var rules = new ApprovalRules(1_000, 0);
        consider(rules, 2_000);
        assertThat(controls.store(control().approve("Ada", clock.instant()), clock.instant())
                        .block(TIMEOUT))
                .isTrue();

        consider(rules, 2_000);

        assertThat(control().isHeld()).isFalse();
    }

    private void consider(ApprovalRules rules, long audience) {
        var notices = new NoticeService(
                (notice, about, to) -> Mono.fromRunnable(() -> noticed.add(notice)),
                List.of(new EmailAddress("team@example.org")));
        new SecondLookService(rules, alerts, controls, notices, clock)
                .consider(alert, Mono.just(audience))
                .block(TIMEOUT);
    }

    private AlertControl control() {
        return controls.of(alert.id()).blockOptional(TIMEOUT).orElseThrow();
    }

    @CanIgnoreReturnValue
    private Alert anAlert(AlertState state, Instant now) {
        var post = AlertedPost.of(aPost().build());
        return alerts.open(new Alert(AlertId.ofPost(post.id()), post, now, state))
                .blockOptional(TIMEOUT)
                .orElseThrow();
    }
}
