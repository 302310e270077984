package org.vedette.post.markup.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.markup.BodyImage;
import org.vedette.post.markup.UnrenderableMarkdownException;

class FigureTests {

    private static final String MEDIA = "/media/0123456789abcdef0123456789abcdef/";

    private final CommonMarkRenderer markup = new CommonMarkRenderer();

    @Test
    void aPictureInAParagraphOfItsOwnIsAFigure() {
        assertThat(html("![A *chart*](" + MEDIA + "1200x800.jpg \"How it <grew>\")"))
                .isEqualTo("<figure><picture><source type=\"image/webp\" srcset=\"" + MEDIA + "480.webp 480w, " + MEDIA
                        + "960.webp 960w, " + MEDIA + "1200.webp 1200w\" sizes=\"(min-width: 42rem) 38rem, 100vw\" />"
                        + "<img src=\"" + MEDIA + "1200x800.jpg\" srcset=\"" + MEDIA + "480.jpg 480w, " + MEDIA
                        + "960.jpg 960w, " + MEDIA + "1200x800.jpg 1200w\""
                        + " sizes=\"(min-width: 42rem) 38rem, 100vw\" alt=\"A chart\" width=\"1200\" height=\"800\""
                        + " loading=\"lazy\" decoding=\"async\" /></picture>"
                        + "<figcaption>How it &lt;grew&gt;</figcaption></figure>");
    }

    @Test
    void aPictureWithoutATitleHasNoCaption() {
        assertThat(html("![A chart](" + MEDIA + "1200x800.jpg)"))
                .startsWith("<figure><picture>")
                .doesNotContain("figcaption")
                .endsWith("</picture></figure>");
    }

    @Test
    void aPictureAmongTextStaysInItsParagraph() {
        assertThat(html("Here ![A chart](" + MEDIA + "300x200.png \"Seen\") it is."))
                .startsWith("<p>Here <picture>")
                .contains("title=\"Seen\"")
                .endsWith("</picture> it is.</p>");
    }

    @Test
    void aHugePictureIsNotLoadedAsAWhole() {
        assertThat(html("![A map](" + MEDIA + "8000x4000.jpg)"))
                .contains("<img src=\"" + MEDIA + "1600.jpg\"", "width=\"8000\" height=\"4000\"")
                .doesNotContain("8000x4000.jpg");
    }

    @Test
    void anAnimationIsStillForThoseWhoWantNoMotion() {
        assertThat(html("![A wave](" + MEDIA + "300x200.gif)"))
                .contains(
                        "<source media=\"(prefers-reduced-motion: reduce)\" type=\"image/png\" srcset=\"" + MEDIA
                                + "300.png 300w\"",
                        "<img src=\"" + MEDIA + "300x200.gif\" alt=\"A wave\"");
    }

    @Test
    void picturesInListsAndQuotesAreFiguresToo() {
        assertThat(html("- one\n\n  ![A](" + MEDIA + "300x200.png)\n\n> ![B](" + MEDIA + "300x200.png)"))
                .contains("<li>", "<blockquote>")
                .containsPattern("(?s)<figure>.*<figure>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/0123456789abcdef0123456789abcdef/960.webp",
                "/media/0123456789ABCDEF0123456789abcdef/300x200.png",
                "/media/0123456789abcdef0123456789abcdef/300x200.svg",
                "/media/../media/0123456789abcdef0123456789abcdef/300x200.png",
                "/media/2026/chart-1.png"
            })
    void anotherImageOfThisSiteIsShownAsItIs(String address) {
        assertThat(html("![A chart](" + address + ")"))
                .isEqualTo("<p><img src=\"" + address + "\" alt=\"A chart\" /></p>");
    }

    @Test
    void aPictureOfAnotherHostStaysALink() {
        assertThat(html("![A chart](https://evil.example" + MEDIA + "300x200.png)"))
                .doesNotContain("<img", "<picture");
    }

    @Test
    void theTextHasTheCaptionAndTheExcerptHasNot() {
        var body = markup.render("![A chart](" + MEDIA + "300x200.png \"Figure 1\")\n\nIt grew.");

        assertThat(body.text()).isEqualTo("Figure 1\n\nIt grew.");
        assertThat(body.excerpt()).isEqualTo("It grew.");
    }

    @Test
    void aCaptionObeysTheRulesOfTheBody() {
        assertThatThrownBy(() -> html("x\n\n![A](" + MEDIA + "300x200.png \"&#x202e;\")"))
                .isInstanceOf(UnrenderableMarkdownException.class)
                .hasMessageContaining("line 3");
    }

    @Test
    void theImagesOfABodyAreFoundWithTheirLines() {
        var found = markup.read("One ![](" + MEDIA + "300x200.png)\n\n- two\n- ![A *chart*](x.png)")
                .images();

        assertThat(found)
                .containsExactly(new BodyImage(1, MEDIA + "300x200.png", ""), new BodyImage(4, "x.png", "A chart"));
    }

    private String html(String markdown) {
        return markup.render(markdown).html();
    }
}
