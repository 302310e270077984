package org.vedette.post.studio.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.post.content.Body;
import org.vedette.post.content.Byline;
import org.vedette.post.content.Language;
import org.vedette.post.content.PageMetadata;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Title;
import org.vedette.post.content.Tlp;
import org.vedette.post.markup.RenderedBody;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.markup.render.Markup;
import org.vedette.post.media.MediaId;

class PreflightTests {

    private final Preflight preflight =
            new Preflight(markdown -> new RenderedBody("<p>" + markdown + "</p>", markdown, markdown), Markup.bodies());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "![ ](/media/x.png)                          | alternative text",
                "It was seen on TK.                          | TK",
                "[more](other-post)                          | leads nowhere",
                "See http://192.0.2.7/login now              | hxxps://192[.]0[.]2[.]7",
                "evil[.]example and https://evil.example/x   | hxxps://evil[.]example",
                "Get https://files.example/setup.exe         | looks like an indicator",
                "Log in at https://\u0440\u0430ypal.example/ | look alike",
                "Log in at https://xn--ypal-43d9g.example/    | look alike"
            })
    void whatAnEditorShouldLookAtIsFoundInItsLine(String line, String message) {
        var findings = preflight.check(content("Title", "First line\n\n" + line, Tlp.CLEAR), Set.of());

        assertThat(findings).extracting(Finding::fragment).containsOnly("line-3");
        assertThat(findings).extracting(Finding::message).anyMatch(found -> found.contains(message));
    }

    @Test
    void whatIsInCodeIsNoLinkAndNotForgotten() {
        var text = """
                Run `TODO`, `[more](other-post)` and `http://192.0.2.7/x`, or \\[not](a-link):

                    TODO http://192.0.2.7/indented

                ```sh
                # FIXME: curl http://192.0.2.7/fenced
                ```
                """;

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR), Set.of())).isEmpty();
    }

    @Test
    void whatIsOutsideOfCodeIsFoundInTheLineInWhichItIs() {
        var text = """
                # Seen TK

                > It was quoted,
                > TODO: by whom?

                | host | port |
                |------|------|
                | `x`  | [more](other-post) |

                - A list with a [reference][paper]
                  and a second line at <http://192.0.2.7/login>

                A note.[^1] Nothing[]() there. <!-- FIXME -->

                [^1]: See https://files.example/setup.exe for more.

                [paper]: paper.pdf
                """;

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR), Set.of()))
                .extracting(finding -> finding.fragment() + " "
                        + finding.message().replaceFirst("(?s)(“.*?”|The link to [^ ]+|A link|.).*", "$1"))
                .containsExactly(
                        "line-1 “TK”",
                        "line-4 “TODO”",
                        "line-8 The link to “other-post”",
                        "line-10 The link to “paper.pdf”",
                        "line-11 The link to 192.0.2.7",
                        "line-13 “FIXME”",
                        "line-13 A link",
                        "line-15 The link to files.example");
    }

    @Test
    void imagesWithoutATextAreFoundWhateverTheirFormAndOnlyWhereTheyAreImages() {
        var text = """
                ```
                ![](/media/in-a-block.png)
                ```
                Write `![](/media/in-code.png)` or \\![](/media/escaped.png).

                ![][chart] and ![a
                chart](/media/described.png)

                ![
                ](/media/over-lines.png)

                [chart]: /media/chart.png
                """;

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR), Set.of()))
                .extracting(finding -> finding.fragment() + " " + finding.message())
                .containsExactly(
                        "line-6 An image has no alternative text: say what it shows.",
                        "line-9 An image has no alternative text: say what it shows.");
    }

    @Test
    void aPictureThatWasDeletedMeanwhileIsFound() {
        var present = new MediaId("0".repeat(32));
        var text = "![A](/media/%s/3x2.png)\n\n![B](/media/%s/3x2.png)".formatted(present, "1".repeat(32));

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR), Set.of(present)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.fragment() + " " + finding.message())
                        .startsWith("line-3 The picture is not in the library any more"));
    }

    @Test
    void whatIsTooMuchForTheParserIsSaidOnce() {
        var text = "|a".repeat(2_000) + "|\n" + "|-".repeat(2_000) + "|\n" + "|b|\n".repeat(2_000);
        var strict = new Preflight(
                markdown -> {
                    throw new UnrenderableMarkdownException("is too much");
                },
                Markup.bodies());

        assertThat(strict.check(content("Title", text, Tlp.CLEAR), Set.of()))
                .extracting(Finding::message)
                .containsExactly("The text cannot be published: it is too much.");
    }

    @Test
    void aPostInOrderHasNoFindings() {
        var text = "Read [the paper](https://b\u00FCcher.example/paper), ![A chart](/media/x.png) and evil[.]example.";

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR), Set.of())).isEmpty();
    }

    @Test
    void aTextThatNamesAnotherLabelThanThePostHasIsFound() {
        var findings = preflight.check(content("Title", "This is TLP:AMBER+STRICT.", Tlp.CLEAR), Set.of());

        assertThat(findings).extracting(Finding::fragment).containsExactly("tlp");
    }

    @Test
    void aTitleThatIsCutAndATextThatIsCutAreFound() {
        var findings = preflight.check(content("x".repeat(91), "y".repeat(103_000), Tlp.CLEAR), Set.of());

        assertThat(findings).extracting(Finding::fragment).containsExactly("title", "body");
    }

    private static PostContent content(String title, String body, Tlp tlp) {
        return new PostContent(
                new Title(title),
                null,
                new Body(body),
                List.of(new Byline("Ada Example", null)),
                List.of(),
                null,
                null,
                tlp,
                new Language("en"),
                PageMetadata.NONE);
    }
}
