package org.vedette.post.studio.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

class PreflightTests {

    private final Preflight preflight =
            new Preflight(markdown -> new RenderedBody("<p>" + markdown + "</p>", markdown, markdown));

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
        var findings = preflight.check(content("Title", "First line\n\n" + line, Tlp.CLEAR));

        assertThat(findings).extracting(Finding::fragment).containsOnly("line-3");
        assertThat(findings).extracting(Finding::message).anyMatch(found -> found.contains(message));
    }

    @Test
    void aPostInOrderHasNoFindings() {
        var text = "Read [the paper](https://b\u00FCcher.example/paper), ![A chart](/media/x.png) and evil[.]example.";

        assertThat(preflight.check(content("Title", text, Tlp.CLEAR))).isEmpty();
    }

    @Test
    void aTextThatNamesAnotherLabelThanThePostHasIsFound() {
        var findings = preflight.check(content("Title", "This is TLP:AMBER+STRICT.", Tlp.CLEAR));

        assertThat(findings).extracting(Finding::fragment).containsExactly("tlp");
    }

    @Test
    void aTitleThatIsCutAndATextThatIsCutAreFound() {
        var findings = preflight.check(content("x".repeat(91), "y".repeat(103_000), Tlp.CLEAR));

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
