package org.vedette.post.revisions.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vedette.post.revisions.TextDiff;

class LineComparerTests {

    private final LineComparer comparer = new LineComparer();

    @Test
    void onlyTheLinesNearADifferenceAreShown() {
        var before = lines(20);

        var diff = comparer.compare(before, before.replace("line 10", "another 10"));

        assertThat(text(diff))
                .containsExactly(
                        "SKIPPED 7",
                        "EQUAL line 7",
                        "EQUAL line 8",
                        "EQUAL line 9",
                        "DELETED line 10",
                        "INSERTED another 10",
                        "EQUAL line 11",
                        "EQUAL line 12",
                        "EQUAL line 13",
                        "SKIPPED 6");
    }

    @Test
    void aChangedLineIsComparedByWords() {
        var diff = comparer.compare("The port was 8080, as said.", "The port was 8443, as said.");

        assertThat(diff.lines().get(0).segments())
                .extracting(segment -> segment.kind() + " " + segment.text())
                .containsExactly("EQUAL The port was ", "DELETED 8080", "EQUAL , as said.");
    }

    @Test
    void textsThatDifferInTooMuchAreNotCompared() {
        var before = IntStream.range(0, 20_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
        var after = IntStream.range(0, 20_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

        var started = System.nanoTime();
        var diff = comparer.compare(before, after);

        assertThat(diff.isComplete()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aLongLineIsNotComparedByWords() {
        var diff = comparer.compare("a ".repeat(2000), "b ".repeat(2000));

        assertThat(diff.lines()).allSatisfy(line -> assertThat(line.segments()).isEmpty());
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    }

    private static List<String> text(TextDiff diff) {
        return diff.lines().stream()
                .map(line -> line.kind() + " " + line.text())
                .toList();
    }
}
