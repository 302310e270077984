package org.vedette.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StartProgressTests {

    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void itSaysAgainAndAgainWhatIsUnfinished() {
        try (var progress = new StartProgress(INTERVAL, lines::add)) {
            var result = progress.during(
                    "the store",
                    () -> progress.during("the broker", () -> {
                        await().atMost(TIMEOUT).until(() -> lines.size() >= 2);
                        return "started";
                    }));

            assertThat(result).isEqualTo("started");
            assertThat(lines).contains("the broker, the store");
        }
    }

    @Test
    void whatHasFailedIsNotWaitedFor() {
        try (var progress = new StartProgress(INTERVAL, lines::add)) {
            progress.during("the store", () -> {
                assertThatThrownBy(() -> progress.during("the broker", StartProgressTests::fail))
                        .hasMessage("no broker");
                await().atMost(TIMEOUT).until(() -> lines.contains("the store"));
            });
        }
    }

    @Test
    void aStartThatIsOverSaysNothing() {
        try (var progress = new StartProgress(INTERVAL, lines::add)) {
            assertThat(progress.during("nothing", () -> true)).isTrue();
            var before = lines.size();
            await().pollDelay(INTERVAL.multipliedBy(5)).until(() -> true);

            assertThat(lines).hasSize(before);
        }
    }

    private static String fail() {
        throw new IllegalStateException("no broker");
    }
}
