package org.vedette.notification.retention.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Flux;

@WithInfrastructure
class MongoRetentionTurnIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final MongoRetentionTurn turn = new MongoRetentionTurn(
            TestStore.client(), TestProperties.withDatabase(Infrastructure.freshDatabase("turn")));

    @Test
    void ofManyProcessesOneHasTheTurnUntilItIsOver() {
        var takes = Flux.range(0, 10).flatMap(process -> turn.take(NOW, NOW.plusSeconds(60)), 10);
        assertThat(takes.collectList().block(TIMEOUT)).containsOnlyOnce(true);

        assertThat(turn.take(NOW.plusSeconds(59), NOW.plusSeconds(99)).block(TIMEOUT))
                .isFalse();
        assertThat(turn.take(NOW.plusSeconds(60), NOW.plusSeconds(99)).block(TIMEOUT))
                .isTrue();
    }
}
