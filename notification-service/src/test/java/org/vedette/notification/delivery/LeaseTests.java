package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTests {

    @ParameterizedTest
    @CsvSource({"60s, 30s, 35s", "60s, 34s, 39s", "60s, 35s, 40s", "60s, 36s, 40s", "9s, 30s, 6s"})
    void theReserveIsSufficientForTheReplyIfTheLeaseIsLongEnough(String duration, String replyTimeout, String reserve) {
        assertThat(Lease.of(seconds(duration), seconds(replyTimeout)).reserve()).isEqualTo(seconds(reserve));
    }

    @ParameterizedTest
    @CsvSource({"60s, 30s", "9s, 30s", "60s, 1s"})
    void aMailCanBeHandedOverAlthoughOneRenewalFails(String duration, String replyTimeout) {
        var lease = Lease.of(seconds(duration), seconds(replyTimeout));

        assertThat(lease.duration().minus(lease.reserve()))
                .isGreaterThanOrEqualTo(lease.renewalInterval().multipliedBy(2));
    }

    private static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }
}
