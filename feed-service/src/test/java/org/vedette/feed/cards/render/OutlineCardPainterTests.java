package org.vedette.feed.cards.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.feed.cards.Card;

class OutlineCardPainterTests {

    private static final int PAPER = 0xfffbfaf7;
    private static final int MARGIN = 72;

    private final OutlineCardPainter painter = new OutlineCardPainter();

    @Test
    void aCardHasTheSizeThatItSays() {
        var picture = picture(card("A loader that waits", "Weekly Phishing Report"));

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
    }

    @Test
    void oneCardIsDrawnTheSameAgain() {
        var first = painter.paint(card("A loader that waits", null));
        var second = painter.paint(card("A loader that waits", null));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void titleAndSeriesAreSeen() {
        var cards = List.of(card("One", null), card("Two", null), card("One", "Weekly"));

        assertThat(cards.stream().map(painter::paint).map(ByteBuffer::wrap)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W",
                "A title of two hundred characters that has more words than fit in the largest size, and so many that even the"
                        + " smallest size fills all of the lines that there are for it on a card of this small height",
                "d41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427ed41d8cd98f00b204e9800998ecf8427e",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
            })
    void nothingLeavesTheCard(String title) {
        var picture = picture(card(title, title));

        assertThat(IntStream.range(0, Card.HEIGHT).map(y -> picture.getRGB(Card.WIDTH - MARGIN + 8, y)))
                .containsOnly(PAPER);
        assertThat(IntStream.range(0, Card.WIDTH).map(x -> picture.getRGB(x, Card.HEIGHT - 12)))
                .containsOnly(PAPER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Überwachung", "Перехват", "Πώς", "Tấn công", "naïve", "Łódź", "Ђорђе", "Ήχος", "“quoted” — and"
            })
    void latinCyrillicAndGreekAreDrawn(String title) {
        var drawn = Typeface.load().supported(title);

        assertThat(drawn).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"日本語のタイトル", "عنوان", "No evidence of 攻撃 in any of these logs", "😀😀", "", " ", "\u0000"})
    void theNameOfTheBlogStandsForATitleThatCannotBeDrawn(String title) {
        var drawn = painter.paint(card(title, null));

        assertThat(drawn).isEqualTo(painter.paint(card("Night Watch", null)));
    }

    @Test
    void aSignThatCannotBeDrawnIsLeftOut() {
        var drawn = painter.paint(card("A 😀 loader", null));

        assertThat(drawn).isEqualTo(painter.paint(card("A loader", null)));
    }

    /** The JDK's text drawing fails there: "Fontconfig head is null". */
    @Test
    void noFontOfTheMachineIsNeeded(@TempDir Path empty) throws Exception {
        var config = Files.writeString(
                empty.resolve("fonts.conf"), "<?xml version='1.0'?><fontconfig><dir>/nonexistent</dir></fontconfig>");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + empty,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PaintOne.class.getName())
                .redirectErrorStream(true);
        process.environment().put("FONTCONFIG_FILE", config.toString());

        var running = process.start();
        var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("drew").contains("the JDK draws no text");
    }

    /** Draws a card, and tries the same with the JDK's fonts. */
    static final class PaintOne {

        private PaintOne() {}

        public static void main(String[] arguments) {
            System.out.println("drew " + new OutlineCardPainter().paint(card("A loader that waits", null)).length);
            try {
                System.out.println(new java.awt.Font("Serif", java.awt.Font.PLAIN, 12).canDisplay('a'));
            } catch (Throwable noFonts) {
                System.out.println("the JDK draws no text: " + noFonts);
            }
        }
    }

    private BufferedImage picture(Card card) {
        try {
            return ImageIO.read(new ByteArrayInputStream(painter.paint(card)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Card card(String title, @Nullable String series) {
        return new Card(title, series, "Night Watch", "blog.example.org");
    }
}
