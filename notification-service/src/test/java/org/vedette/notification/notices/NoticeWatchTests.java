package org.vedette.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vedette.notification.MutableClock;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.alerts.InMemoryAlerts;
import org.vedette.notification.controls.InMemoryControls;
import org.vedette.notification.digests.InMemoryDigestRuns;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

class NoticeWatchTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final MutableClock clock = new MutableClock();
    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final Set<String> noticed = new LinkedHashSet<>();
    private DeliveryCounts counts = DeliveryCounts.NONE;
    private boolean takesMail = true;
    private int counted;
    private final NoticeWatch watch = new NoticeWatch(
            new NoticeService(
                    (notice, about, to) -> Mono.fromRunnable(() -> noticed.add(notice + " " + to.value())),
                    List.of(new EmailAddress("ada@example.org"), new EmailAddress("grace@example.org"))),
            new ProgressService(alerts, new InMemoryDigestRuns(), this::count, new InMemoryControls()),
            () -> takesMail,
            clock);

    @Test
    void nobodyIsToldOfAnAlertThatIsSent() {
        anAlert();

        look(Duration.ofMinutes(5));

        assertThat(noticed).isEmpty();
    }

    @Test
    void theTeamIsToldWhenNoServerTakesMailForMoreThanAMinute() {
        anAlert();
        takesMail = false;
        watch.look();
        look(Duration.ofSeconds(60));
        assertThat(noticed).isEmpty();

        look(Duration.ofSeconds(1));

        assertThat(noticed).containsExactly("HALTED ada@example.org", "HALTED grace@example.org");
    }

    @Test
    void aServerThatTakesMailAgainBeginsTheMinuteAnew() {
        anAlert();
        takesMail = false;
        watch.look();
        takesMail = true;
        look(Duration.ofSeconds(50));
        takesMail = false;
        look(Duration.ofSeconds(50));
        look(Duration.ofSeconds(50));

        assertThat(noticed).isEmpty();
    }

    @Test
    void theTeamIsToldOfAnAlertThatNobodyGot() {
        anAlert();
        counts = new DeliveryCounts(0, 0, 3, 0, 0, 0, 0, 0, 3, 0);

        look(Duration.ZERO);

        assertThat(noticed).containsExactly("FAILED ada@example.org", "FAILED grace@example.org");
    }

    @Test
    void theMailsOfAnAlertThatIsNotRecentAreNotCounted() {
        anAlert();

        look(Duration.ofDays(3).minusSeconds(1));
        assertThat(counted).isEqualTo(1);
        look(Duration.ofSeconds(1));

        assertThat(counted).isEqualTo(1);
    }

    private Mono<Map<AlertId, DeliveryCounts>> count(Collection<AlertId> ids) {
        counted++;
        return Mono.just(Map.of(ids.iterator().next(), counts));
    }

    private void look(Duration later) {
        clock.advance(later);
        watch.look();
    }

    private void anAlert() {
        var post = AlertedPost.of(aPost().build());
        var planned = new AlertState.Planned(3, clock.instant());
        assertThat(alerts.open(new Alert(AlertId.ofPost(post.id()), post, clock.instant(), planned))
                        .block(TIMEOUT))
                .isNotNull();
    }
}
