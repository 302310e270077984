package org.vedette.post.markup.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.testsupport.timing.ProcessorTime;

class HostileMarkdownTests {

    private static final int SIZE = 512 * 1024;
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static final int MIXTURES = 40;
    private static final List<String> CONSTRUCTS = List.of(
            ("a@ @\n@\n\n@*@**@_@`@``@[@]@(@)@<@>@!@[^a]@[^a]: @&amp;@&#x@|@-@=@===\n@---\n@#@# @> @- @1. @\t@    @~@~~@```"
                            + "@```\n@http://@www.@a&#64;b.c@\\@\"@'@:@[a]: b\n@[a]: <@<b>@<!--@-->@<?@<details>@</details>@[ ] @[x] "
                            + "@> [!NOTE]\n@é@&nbsp;@%@://@.@,@<http://a>@![@](@[a]@<![CDATA[@]]>@+ @  \n")
                    .split("@"));

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
        var spent = assertTimeoutPreemptively(TIMEOUT, () -> ProcessorTime.of(() -> renderOrRefuse(markdown)));

        assertThat(spent).isLessThan(AT_MOST);
    }

    /** Mixtures that nobody has thought of, the same ones in every run. */
    @Test
    void anyMixtureOfConstructsIsRenderedOrRefusedSoon() {
        var random = new Random(7);
        for (var count = 0; count < MIXTURES; count++) {
            var unit = random.ints(1 + random.nextInt(4), 0, CONSTRUCTS.size())
                    .mapToObj(CONSTRUCTS::get)
                    .collect(Collectors.joining());
            var markdown = unit.repeat(SIZE / unit.length());

            var spent = assertTimeoutPreemptively(TIMEOUT, () -> ProcessorTime.of(() -> renderOrRefuse(markdown)));

            assertThat(spent).as(unit).isLessThan(AT_MOST);
        }
    }

    static Stream<Arguments> slow() {
        var backticks = IntStream.range(1, 1_000).mapToObj("`"::repeat).collect(Collectors.joining(" "));
        return Stream.of(
                Arguments.of("runs of backticks", backticks),
                hostile("emphasis in words", "a**b"),
                hostile("underlined headings", "a\n=b\n"),
                hostile("a paragraph of lines", "-a\n \\=\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slow")
    void workOutOfProportionIsRefused(String name, String markdown) {
        assertThatExceptionOfType(UnrenderableMarkdownException.class)
                .isThrownBy(() -> markup.render(markdown))
                .withMessageContaining("punctuation");
    }

    @Test
    void aLongListOfIndicatorsIsNoHostileBody() {
        var indicators = "| loader-%d[.]example | 192.0.2.1 | `0a1b2c3d4e5f` |\n";
        var table = IntStream.range(0, 8_000).mapToObj(indicators::formatted).collect(Collectors.joining());

        assertThat(markup.render("|a|b|c|\n|-|-|-|\n" + table).html()).contains("loader-7999");
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
                .isThrownBy(() -> markup.render("[a]: /" + "x".repeat(SIZE / 2) + "\n\n" + "[a]\n\n".repeat(50)))
                .withMessageContaining("4194304");
    }

    private void renderOrRefuse(String markdown) {
        try {
            assertThat(markup.render(markdown).html()).isNotNull();
        } catch (UnrenderableMarkdownException refused) {
            assertThat(refused).hasMessageMatching(".*(deep|large|characters|details|punctuation|malformed|no text).*");
        }
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
