package org.vedette.post.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.Pictures;
import org.vedette.post.media.ProcessedImage;
import org.vedette.post.media.ProcessedImage.EncodedFile;

class JdkImageProcessorTests {

    private static final MediaId ID = new MediaId("0123456789abcdef0123456789abcdef");
    private static final int TOLERANCE = 12;

    private final JdkImageProcessor processor = new JdkImageProcessor(
            new MediaLimits(20_000_000, 40_000_000, 16_384, 200, 160_000_000, 320_000_000, Duration.ofSeconds(60)));

    @Test
    void aWidePictureHasThreeWidthsInTwoFormats() {
        var picture = processor.process(ID, Pictures.jpeg(2000, 1000));

        assertThat(sizes(picture))
                .containsExactly(
                        "2000x1000.jpg 2000x1000",
                        "480.webp 480x240",
                        "480.jpg 480x240",
                        "960.webp 960x480",
                        "960.jpg 960x480",
                        "1600.webp 1600x800",
                        "1600.jpg 1600x800");
    }

    @Test
    void noVariantIsLargerThanThePicture() {
        var picture = processor.process(ID, Pictures.jpeg(600, 300));

        assertThat(sizes(picture))
                .containsExactly("600x300.jpg 600x300", "480.webp 480x240", "480.jpg 480x240", "600.webp 600x300");
    }

    @Test
    void everyFileIsWhatItsNameSays() {
        var picture = processor.process(ID, Pictures.png(500, 40));

        assertThat(picture.files())
                .hasSize(5)
                .allSatisfy(file -> assertThat(ImageFormat.of(file.content())).contains(file.format()));
        assertThat(picture.files()).allSatisfy(file -> {
            var image = decoded(file);
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(file.width() + "x" + file.height());
        });
    }

    @Test
    void transparencyStays() {
        var picture = processor.process(ID, Pictures.transparentPng(1000, 500));

        assertThat(sizes(picture))
                .containsExactly(
                        "1000x500.png 1000x500",
                        "480.webp 480x240",
                        "480.png 480x240",
                        "960.webp 960x480",
                        "960.png 960x480",
                        "1000.webp 1000x500");
        assertThat(picture.files()).allSatisfy(file -> {
            assertThat(new Color(decoded(file).getRGB(file.width() - 5, file.height() - 5), true).getAlpha())
                    .isZero();
        });
    }

    @Test
    void anAlphaChannelThatHidesNothingIsNoTransparency() {
        var image = Pictures.quarters(100, 100, BufferedImage.TYPE_INT_ARGB);

        var picture = processor.process(ID, Pictures.write(image, "png"));

        assertThat(names(picture)).containsExactly("100x100.jpg", "original.png", "100.webp");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPictureIsTurnedAsTheCameraWasHeld(int orientation) {
        var stored = Pictures.quarters(320, 160, BufferedImage.TYPE_INT_RGB);
        var corners = List.of(
                corners("RGBW", 320, 160),
                corners("GRWB", 320, 160),
                corners("WBGR", 320, 160),
                corners("BWRG", 320, 160),
                corners("RBGW", 160, 320),
                corners("BRWG", 160, 320),
                corners("WGBR", 160, 320),
                corners("GWRB", 160, 320));

        var picture = processor.process(ID, Pictures.jpeg(stored.getWidth(), stored.getHeight(), orientation));

        assertThat(shown(decoded(picture.files().get(0)))).isEqualTo(corners.get(orientation - 1));
    }

    @Test
    void anotherFormatIsTurnedAsWell() {
        var png = Pictures.withChunk(Pictures.png(320, 160), "eXIf", Pictures.exif(6));

        var picture = processor.process(ID, png);

        assertThat(shown(decoded(picture.files().get(0)))).isEqualTo(corners("BRWG", 160, 320));
    }

    @Test
    void nothingStaysButThePixels() {
        var polyglot =
                Pictures.join(Pictures.jpeg(500, 300, 1), Pictures.text("PK\u0003\u0004<script>alert(1)</script>"));

        var picture = processor.process(ID, polyglot);

        assertThat(picture.files())
                .allSatisfy(file -> assertThat(file.content())
                        .asString(StandardCharsets.ISO_8859_1)
                        .doesNotContain("GPS", "Exif", "<script>", "PK\u0003\u0004"));
    }

    @Test
    void coloursAreThoseThatTheProfileMeans() {
        var gray = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var compressed = new Deflater();
        compressed.setInput(gray);
        compressed.finish();
        var profile = new byte[gray.length + 100];
        var length = compressed.deflate(profile);
        compressed.end();
        var image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(55, 55, 55));
        graphics.fillRect(0, 0, 20, 20);
        graphics.dispose();
        var chunk = Pictures.join(Pictures.text("linear\0\0"), Arrays.copyOf(profile, length));
        var png = Pictures.withChunk(Pictures.write(image, "png"), "iCCP", chunk);

        var picture = processor.process(ID, png);

        var shown = new Color(decoded(picture.files().get(0)).getRGB(10, 10));
        assertThat(shown.getGreen()).isCloseTo(127, within(TOLERANCE));
    }

    @Test
    void anAnimationStaysOneAndHasAFirstFrame() throws IOException {
        var gif = Pictures.withComment(Pictures.gif(300, 200, 3), "made by Ada");

        var picture = processor.process(ID, gif);

        assertThat(sizes(picture)).containsExactly("300x200.gif 300x200", "300.webp 300x200", "300.png 300x200");
        var animation = picture.files().get(0).content();
        assertThat(animation).asString(StandardCharsets.ISO_8859_1).doesNotContain("Ada");
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(animation))) {
            reader.setInput(input);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(new Color(reader.read(1).getRGB(50, 50))).isEqualTo(Color.BLUE);
        }
    }

    @Test
    void aGifThatDoesNotMoveIsAPicture() {
        var picture = processor.process(ID, Pictures.gif(300, 200, 1));

        assertThat(names(picture)).containsExactly("300x200.jpg", "original.png", "300.webp");
    }

    @Test
    void aWebpIsTakenToo() {
        var picture = processor.process(ID, Pictures.webp(300, 200));

        assertThat(picture.format()).isEqualTo(ImageFormat.WEBP);
        assertThat(sizes(picture)).containsExactly("300x200.jpg 300x200", "300.webp 300x200");
    }

    private static List<String> sizes(ProcessedImage picture) {
        return picture.files().stream()
                .map(file -> file.name() + " " + file.width() + "x" + file.height())
                .toList();
    }

    private static List<String> names(ProcessedImage picture) {
        return picture.files().stream().map(EncodedFile::name).toList();
    }

    private static BufferedImage decoded(EncodedFile file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file.content())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String corners(String colours, int width, int height) {
        return colours + " " + width + "x" + height;
    }

    /** The colours of the quarters: upper left, upper right, lower left, lower right. */
    private static String shown(BufferedImage image) {
        int right = image.getWidth() - 10;
        int bottom = image.getHeight() - 10;
        return letter(image.getRGB(10, 10)) + letter(image.getRGB(right, 10)) + letter(image.getRGB(10, bottom))
                + letter(image.getRGB(right, bottom)) + " " + image.getWidth() + "x" + image.getHeight();
    }

    private static String letter(int rgb) {
        var color = new Color(rgb);
        if (color.getRed() > 200 && color.getGreen() > 200) {
            return "W";
        }
        return color.getRed() > 200 ? "R" : color.getGreen() > 200 ? "G" : "B";
    }

    static Stream<byte[]> uploads() {
        return Stream.of(
                Pictures.jpeg(1700, 900),
                Pictures.jpeg(64, 48, 6),
                Pictures.png(500, 400),
                Pictures.transparentPng(64, 48),
                Pictures.webp(64, 48),
                Pictures.gif(60, 40, 3));
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void whatThisServiceMadeIsTakenBackAsItIs(byte[] upload) {
        for (var made : processor.process(ID, upload).files()) {
            assertThatCode(() -> processor.verify(file(made), made.content()))
                    .as(made.name())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void whatHasMoreThanAPictureIsNotTakenBack() {
        var made = processor.process(ID, Pictures.jpeg(64, 48)).files().get(0);
        var png = Pictures.withChunk(Pictures.transparentPng(64, 48), "tEXt", Pictures.text("hidden"));
        var asPng = new MediaFile("64x48.png", ImageFormat.PNG, 64, 48, png.length, "", "");

        assertThatThrownBy(() -> processor.verify(file(made), Pictures.join(made.content(), Pictures.text("PK"))))
                .hasMessage("The file has more than a picture.");
        assertThatThrownBy(() -> processor.verify(asPng, png)).hasMessage("The file has more than a picture.");
        assertThatThrownBy(() -> processor.verify(asPng, made.content())).hasMessageContaining("is no PNG");
        assertThatThrownBy(() -> processor.verify(file(made), Pictures.jpeg(48, 64)))
                .hasMessageContaining("another size");
        assertThatThrownBy(() -> processor.verify(file(made), Pictures.text("<html>")))
                .isInstanceOf(MediaException.class);
    }

    private static MediaFile file(EncodedFile made) {
        return new MediaFile(
                made.name(), made.format(), made.width(), made.height(), made.content().length, made.tag(), "");
    }
}
