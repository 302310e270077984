package org.vedette.notification.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.notification.alerts.Alerts.Position;
import org.vedette.testsupport.events.PublicPosts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every implementation of {@link Alerts} must do. */
public abstract class AlertsContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration NEWS_FOR = Duration.ofDays(2);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    protected abstract Alerts alerts();

    @Test
    void anAlertComesBackAsItWasOpened() {
        var alert = anAlert(aPost().inSeries("weekly-phishing-report", "Weekly Phishing Report")
                .covering(LocalDate.parse("2026-11-15"), LocalDate.parse("2026-11-21"))
                .by("Ada Example", null)
                .in("zh-Hant")
                .standfirst(null));

        assertThat(get(alerts().open(alert))).isEqualTo(alert);
        assertThat(get(alerts().with(alert.id()))).isEqualTo(alert);
    }

    @Test
    void openingAnAlertAgainReturnsTheStoredOne() {
        var alert = anAlert(aPost());
        var planned = alert.planned(7, NOW);
        assertThat(get(alerts().open(alert))).isEqualTo(alert);
        assertThat(get(alerts().replace(alert, planned))).isTrue();

        assertThat(get(alerts().open(alert))).isEqualTo(planned);
    }

    @Test
    void aWithdrawnAlertKeepsItsAudience() {
        var planned = anAlert(aPost()).planned(7, NOW);
        assertThat(get(alerts().open(planned))).isEqualTo(planned);

        assertThat(get(alerts().replace(planned, planned.withdrawn(4, NOW)))).isTrue();

        assertThat(get(alerts().with(planned.id()))).isEqualTo(planned.withdrawn(4, NOW));
    }

    @Test
    void anAlertThatHasLeftItsStateIsNotReplaced() {
        var alert = anAlert(aPost());
        assertThat(get(alerts().open(alert))).isEqualTo(alert);
        assertThat(get(alerts().replace(alert, alert.withdrawn(4, NOW)))).isTrue();

        assertThat(get(alerts().replace(alert, alert.planned(7, NOW)))).isFalse();
    }

    @Test
    void theNewestComeFirst() {
        var older = Alert.about(AlertedPost.of(aPost().build()), NOW.plusSeconds(3600), NEWS_FOR);
        var newer = Alert.about(AlertedPost.of(aPost().build()), NOW.plusSeconds(7200), NEWS_FOR);
        assertThat(get(alerts().open(newer))).isEqualTo(newer);
        assertThat(get(alerts().open(older))).isEqualTo(older);

        assertThat(get(alerts().newest(null, 2).collectList())).containsExactly(newer, older);
    }

    @Test
    void theOccasionOfAnAlertIsKept() {
        var post = AlertedPost.of(aPost().build());
        var planning = new AlertState.Planning();
        var correction = new Alert(
                AlertId.ofCorrection(post.id(), 3), post, NOW, planning, new Occasion.Correction("Not 12, but 21."));
        var withdrawal =
                new Alert(AlertId.ofWithdrawal(post.id(), 4), post, NOW, planning, new Occasion.Withdrawal(null));

        assertThat(get(alerts().open(correction))).isEqualTo(correction);
        assertThat(get(alerts().open(withdrawal))).isEqualTo(withdrawal);
        assertThat(get(alerts().with(correction.id()))).isEqualTo(correction);
        assertThat(get(alerts().with(withdrawal.id()))).isEqualTo(withdrawal);
    }

    @Test
    void aPageBeginsBehindTheOneBeforeIt() {
        var posts =
                Stream.generate(() -> AlertedPost.of(aPost().build())).limit(5).toList();
        var created = Flux.fromIterable(posts)
                .map(post -> Alert.about(post, NOW.plusSeconds(9_000), NEWS_FOR))
                .concatMap(alerts()::open)
                .map(Alert::id);
        var ids = get(created.collectList());

        var first = get(alerts().newest(null, 3).collectList());
        var last = first.get(2);
        var second = get(
                alerts().newest(new Position(last.createdAt(), last.id()), 2).collectList());

        assertThat(Stream.concat(first.stream(), second.stream()).map(Alert::id))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private static Alert anAlert(PublicPosts post) {
        return Alert.about(AlertedPost.of(post.publishedAt(NOW).build()), NOW, NEWS_FOR);
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(TIMEOUT).orElseThrow();
    }
}
