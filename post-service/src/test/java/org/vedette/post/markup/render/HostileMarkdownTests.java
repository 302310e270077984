package org.vedette.post.markup.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.markup.UnrenderableMarkdownException;

class HostileMarkdownTests {

    private static final int SIZE = 512 * 1024;
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final CommonMarkRenderer markup = new CommonMarkRenderer();

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("quotes", ">"),
                hostile("spaced quotes", "> "),
                hostile("lists on a line", "- "),
                hostile("emphasis that opens", "*a "),
                hostile("emphasis that never closes", "*a **a _a __a "),
                hostile("emphasis that closes", "a* "),
                hostile("brackets that open", "["),
                hostile("brackets that close", "]"),
                hostile("links that open", "[a]("),
                hostile("images that open", "![a"),
                hostile("nested links", "[a](<b"),
                hostile("backticks", "`a``b```c"),
                hostile("entities", "&amp&#x"),
                hostile("angles", "<a "),
                Arguments.of("angles closed at the end", "<a ".repeat(SIZE / 3) + ">"),
                Arguments.of("comments in a line", "a " + "<!-- ".repeat(SIZE / 5)),
                hostile("comments", "<!--"),
                hostile("declarations", "<!A "),
                hostile("instructions", "<?"),
                hostile("character data", "<![CDATA["),
                hostile("tags", "<b>"),
                hostile("nested blocks", "<div>"),
                hostile("bars", "|"),
                hostile("footnotes", "[^1]"),
                hostile("footnotes inside footnotes", "[^1]: [^1]\n"),
                hostile("backslashes", "\\"),
                hostile("blanks", " "),
                hostile("blanks in code", "`   "),
                hostile("empty lines", "\n"),
                hostile("headings", "# a\n"),
                hostile("underlines", "a\n-\n"),
                hostile("addresses", "http://"),
                hostile("host names", "www."),
                hostile("mail", "a@"),
                hostile("apostrophes", "a'\""),
                hostile("equals signs", "="),
                Arguments.of("a deep list", deepList()),
                Arguments.of("a long line in code", "    " + " ".repeat(SIZE) + "x\n    y"),
                Arguments.of(
                        "a reference used often", "[a]: /" + "x".repeat(SIZE / 2) + "\n\n" + "[a] ".repeat(SIZE / 8)),
                Arguments.of("a wide table with short rows", wideTable()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void aHostileBodyIsRenderedOrRefusedSoon(String name, String markdown) {
        // In processor time, so that a busy machine cannot fail it and a quadratic parser cannot pass it.
        var spent = assertTimeoutPreemptively(TIMEOUT, () -> processorTime(() -> renderOrRefuse(markdown)));

        assertThat(spent).isLessThan(AT_MOST);
    }

    @Test
    void aWideTableIsRefused() {
        assertThatExceptionOfType(UnrenderableMarkdownException.class)
                .isThrownBy(() -> markup.render(wideTable()))
                .withMessageContaining("table");
    }

    @Test
    void deepNestingIsRefused() {
        assertThatExceptionOfType(UnrenderableMarkdownException.class)
                .isThrownBy(() -> markup.render("*a **b ".repeat(200) + "c** d*".repeat(200)))
                .withMessageContaining("deep");
    }

    @Test
    void htmlThatOutgrowsItsMarkdownIsRefused() {
        assertThatExceptionOfType(UnrenderableMarkdownException.class)
                .isThrownBy(() -> markup.render("[a]: /" + "x".repeat(SIZE / 2) + "\n\n" + "[a] ".repeat(SIZE / 8)))
                .withMessageContaining("4194304");
    }

    private void renderOrRefuse(String markdown) {
        try {
            assertThat(markup.render(markdown).html()).isNotNull();
        } catch (UnrenderableMarkdownException refused) {
            assertThat(refused).hasMessageMatching(".*(deep|large|characters|without).*");
        }
    }

    private static Duration processorTime(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    private static Arguments hostile(String name, String unit) {
        return Arguments.of(name, unit.repeat(SIZE / unit.length()));
    }

    private static String deepList() {
        var list = new StringBuilder();
        for (var depth = 0; list.length() < SIZE; depth++) {
            list.append(" ".repeat(depth * 2)).append("- a\n");
        }
        return list.toString();
    }

    private static String wideTable() {
        return "|a".repeat(20_000) + "|\n" + "|-".repeat(20_000) + "|\n" + "|\n".repeat(100_000);
    }
}
