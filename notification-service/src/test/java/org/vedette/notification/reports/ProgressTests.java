package org.vedette.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vedette.testsupport.events.PublicPosts.aPost;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.notification.alerts.Alert;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.alerts.AlertState;
import org.vedette.notification.alerts.AlertedPost;
import org.vedette.notification.alerts.DeliveryCounts;
import org.vedette.notification.controls.AlertControl;

class ProgressTests {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0,0,0,0,0,0,0,0",
        "10, 0,0,0,0,0,0,0,0",
        "14, 1,2,3,1,1,2,2,2",
        "10, 5,0,0,0,0,0,0,5",
        "10, 10,0,0,0,0,0,0,0",
        "3, 4,0,0,1,0,0,0,1",
    })
    void theNumbersAddUp(
            long planned,
            long sent,
            long deferred,
            long bounced,
            long suppressed,
            long uncertain,
            long repeated,
            long abandoned,
            long claimed) {
        var counts =
                new DeliveryCounts(sent, deferred, bounced, suppressed, uncertain, repeated, abandoned, claimed, 0, 0);
        var post = AlertedPost.of(aPost().build());
        var alert = new Alert(AlertId.ofPost(post.id()), post, NOW, new AlertState.Planned(planned, NOW));

        var report = Progress.of(alert, counts, AlertControl.of(alert.id()));

        assertThat(sent + deferred + bounced + suppressed + report.uncertain() + abandoned + report.inProgress())
                .isEqualTo(report.audience());
    }
}
