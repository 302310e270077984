package org.vedette.feed.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentEventsTests {

    private static final UUID POST = UUID.randomUUID();

    private final RecentEvents recent = new RecentEvents(3);

    @Test
    void eventsAreInTheOrderOfTheirOffsetsHoweverTheyCame() {
        remember(5, 9, 7);

        assertThat(after(5)).contains(List.of("7", "9"));
        assertThat(recent.latest()).hasValue(9);
    }

    @Test
    void anEventThatIsKnownIsNotRememberedTwice() {
        remember(5, 7);

        recent.add(new SseEvent(7, POST, "again".getBytes(UTF_8)));

        assertThat(after(5)).contains(List.of("7"));
    }

    @Test
    void theOldestIsForgottenFirst() {
        remember(5, 6, 7, 8);

        assertThat(after(5)).isEmpty();
        assertThat(after(6)).contains(List.of("7", "8"));
    }

    @Test
    void whatIsOlderThanAllThatCanBeRememberedIsNoNews() {
        remember(5, 6, 7);

        remember(4);

        assertThat(after(4)).isEmpty();
        assertThat(after(5)).contains(List.of("6", "7"));
    }

    @Test
    void offsetsBetweenTwoEventsMayBringNothing() {
        remember(5, 9);

        assertThat(after(7)).contains(List.of("9"));
    }

    private void remember(long... offsets) {
        LongStream.of(offsets)
                .forEach(offset -> recent.add(
                        new SseEvent(offset, POST, Long.toString(offset).getBytes(UTF_8))));
    }

    private Optional<List<String>> after(long offset) {
        return recent.after(offset)
                .map(missed ->
                        missed.stream().map(bytes -> new String(bytes, UTF_8)).toList());
    }
}
