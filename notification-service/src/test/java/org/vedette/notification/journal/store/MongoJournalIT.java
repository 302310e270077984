package org.vedette.notification.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.journal.Change;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;
import reactor.core.publisher.Flux;

@WithInfrastructure
class MongoJournalIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final MongoJournal journal =
            new MongoJournal(TestStore.client(), TestProperties.withDatabase(Infrastructure.freshDatabase("journal")));

    @Test
    void whatManyCountAtOnceAddsUp() {
        Flux.range(0, 50)
                .flatMap(number -> journal.record(Change.LEFT, 1, "some-alert", NOW), 50)
                .then(journal.record(Change.IMPORTED, 1_000, null, NOW))
                .then(journal.record(Change.CONFIRMED, NOW.minus(Duration.ofDays(1))))
                .block(TIMEOUT);

        assertThat(journal.since(LocalDate.parse("2026-11-23")).block(TIMEOUT))
                .isEqualTo(Map.of(LocalDate.parse("2026-11-23"), Map.of(Change.LEFT, 50L, Change.IMPORTED, 1_000L)));
        assertThat(journal.ofMail("some-alert").block(TIMEOUT)).isEqualTo(Map.of(Change.LEFT, 50L));
        assertThat(journal.ofMail("another").block(TIMEOUT)).isEmpty();
    }
}
