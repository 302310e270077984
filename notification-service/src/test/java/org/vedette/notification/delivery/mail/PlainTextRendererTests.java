package org.vedette.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vedette.notification.delivery.mail.AlertMailView.FooterLink;

/** Lines of running text have 72 characters at most. */
class PlainTextRendererTests {

    private static final List<FooterLink> LEGAL_PAGES = List.of(
            new FooterLink("Imprint", "https://blog.example/imprint"),
            new FooterLink("Privacy", "https://blog.example/privacy"));

    private final PlainTextRenderer renderer = new PlainTextRenderer();

    @Test
    void anAlertSaysWhatItIsAboutAndHowToLeave() {
        assertThat(renderer.alert(alert("Lures of the week", "By Ada Example", "Three kits, one phone.", LEGAL_PAGES)))
                .isEqualTo("""
                        November 29, 2026

                        Lures of the week
                        By Ada Example

                        Three kits, one phone.

                        Read it: https://blog.example/posts/lures

                        --\s
                        You get this because you subscribed to Night Watch.
                        Unsubscribe, on a page that asks you to confirm: LINK
                        Choose what you get, and how often: CHOOSE
                        Imprint: https://blog.example/imprint
                        Privacy: https://blog.example/privacy
                        TLP:CLEAR
                        """);
    }

    @Test
    void aConfirmationSaysWhereToConfirmAndThatNothingHappensOtherwise() {
        var mail =
                new ConfirmationMailView("Night Watch", "https://blog.example", "LINK", "48 hours", LEGAL_PAGES, null);

        assertThat(renderer.confirmation(mail)).isEqualTo("""
                Somebody, hopefully you, asked for Night Watch
                to be sent to this address. Confirm it here:

                LINK

                The link works for 48 hours. If it was not you, do nothing:
                without a confirmation nothing is sent.

                --\s
                Imprint: https://blog.example/imprint
                Privacy: https://blog.example/privacy
                Night Watch
                https://blog.example
                """);
    }

    @Test
    void withoutLegalPagesThereIsNoLineForThem() {
        assertThat(renderer.alert(alert("Title", "By Ada", "Summary.", List.of())))
                .endsWith("how often: CHOOSE\nTLP:CLEAR\n");
    }

    @Test
    void aLineTakes72Characters() {
        var line = "x".repeat(35) + " " + "y".repeat(36);

        assertThat(summary(line)).isEqualTo(line);
    }

    @Test
    void aLineOf73CharactersIsBroken() {
        assertThat(summary("x".repeat(35) + " " + "y".repeat(37))).isEqualTo("x".repeat(35) + "\n" + "y".repeat(37));
    }

    @Test
    void everyLineIsCountedFromItsOwnBeginning() {
        var full = "x".repeat(35) + " " + "y".repeat(36);

        assertThat(summary(full + " " + full + " " + "z".repeat(5))).isEqualTo(full + "\n" + full + "\nzzzzz");
    }

    @Test
    void aWordThatIsLongerThanALineStaysWhole() {
        var link = "x".repeat(100);

        assertThat(summary(link + " " + link + " end")).isEqualTo(link + "\n" + link + "\nend");
    }

    @Test
    void titleAndCreditsAreBrokenLikeTheSummary() {
        var words = "word ".repeat(20).strip();
        var broken = "word ".repeat(14).strip() + "\n" + "word ".repeat(6).strip();

        assertThat(renderer.alert(alert(words, words, "Summary.", List.of())))
                .contains("\n\n" + broken + "\n" + broken + "\n\nSummary.");
    }

    /** The lines between the credits and the link. */
    private String summary(String text) {
        var mail = renderer.alert(alert("Title", "By Ada", text, List.of()));
        return mail.substring(mail.indexOf("By Ada\n\n") + 8, mail.indexOf("\n\nRead it:"));
    }

    private static AlertMailView alert(String title, String credits, String summary, List<FooterLink> legalPages) {
        return new AlertMailView(
                "Night Watch",
                "November 29, 2026",
                new DirectedText(title, null),
                credits,
                new DirectedText(summary, null),
                "TLP:CLEAR",
                "https://blog.example/posts/lures",
                "Read the post",
                "LINK",
                "CHOOSE",
                legalPages,
                null);
    }
}
