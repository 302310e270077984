package org.vedette.post.media.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.vedette.post.media.Pictures.claiming;
import static org.vedette.post.media.Pictures.gif;
import static org.vedette.post.media.Pictures.join;
import static org.vedette.post.media.Pictures.jpeg;
import static org.vedette.post.media.Pictures.png;
import static org.vedette.post.media.Pictures.text;
import static org.vedette.post.media.Pictures.webp;
import static org.vedette.post.media.Pictures.withChunk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaException.InvalidImageException;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaException.UnsupportedFormatException;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.Pictures;

class HostilePictureTests {

    private static final MediaId ID = new MediaId("0123456789abcdef0123456789abcdef");
    private static final String SVG = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    private final JdkImageProcessor processor = processor(Duration.ofSeconds(60));

    /** What is sent, and a part of the answer. */
    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a header of 60,000 × 60,000", claiming(png(10, 10), 60_000, 60_000), "60000 × 60000"),
                Arguments.of("a header of 16,000 × 16,000", claiming(png(10, 10), 16_000, 16_000), "at most 40000000"),
                Arguments.of("a header without pixels", claiming(png(10, 10), 0, 10), "has no size"),
                Arguments.of("a negative width", claiming(png(10, 10), -5, 10), "has no size"),
                Arguments.of("an animation of 500 frames", gif(2, 2, 500), "500 frames"),
                Arguments.of("frames larger than the limit", gifOfLargeFrames(), "pixels in all"),
                Arguments.of(
                        "a frame larger than the screen", gifOf("\12\0\12\0", "\0\0\0\0\u00ff\u00ffd\0"), "larger"),
                Arguments.of("a frame beside the screen", gifOf("\12\0\12\0", "\1\0\0\0\12\0\12\0"), "larger"),
                Arguments.of("a PNG with 5,000 profiles that expand", profiles(5_000), "more than one part iCCP"),
                Arguments.of("a JPEG with two sizes", twoSizes(), "more than once"),
                Arguments.of("a PNG that ends early", cut(png(300, 300), 60), "truncated"),
                Arguments.of("a JPEG that ends early", cut(jpeg(300, 300), 60), "truncated"),
                Arguments.of("a WebP that ends early", cut(webp(300, 300), 60), "truncated"),
                Arguments.of("a GIF that ends early", cut(gif(300, 300, 3), 60), "truncated"),
                Arguments.of("a PNG with a damaged part", damaged(png(300, 300)), "checksum"),
                Arguments.of("a PNG whose pixels are no zlib stream", brokenPixels(), "corrupt"),
                Arguments.of("a JPEG without a picture", text("\u00ff\u00d8\u00ff\u00d9"), "corrupt"),
                Arguments.of("a JPEG of nonsense", join(text("\u00ff\u00d8\u00ff"), new byte[500]), "corrupt"),
                Arguments.of("a GIF of nonsense", join(text("GIF89a\1\0\1\0\0\0\0"), text("nonsense")), "corrupt"),
                Arguments.of("a PNG without a header", join(Arrays.copyOf(png(9, 9), 8), new byte[40]), "corrupt"),
                Arguments.of("a WebP without pixels", text("RIFF\4\0\0\0WEBP"), "no pixels"),
                Arguments.of("a signature alone", Arrays.copyOf(png(9, 9), 8), "truncated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void isRefusedWithItsReason(String name, byte[] file, String reason) {
        assertThatThrownBy(() -> processor.process(ID, file))
                .isInstanceOf(InvalidImageException.class)
                .hasMessageContaining(reason);
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                Arguments.of("SVG", text(SVG), "SVG"),
                Arguments.of("HTML", text("<!DOCTYPE html><title>x</title>"), "HTML"),
                Arguments.of("PDF", text("%PDF-1.7"), "PDF"),
                Arguments.of("ZIP", text("PK\u0003\u0004"), "ZIP"),
                Arguments.of("BMP", text("BM......"), "BMP"),
                Arguments.of("TIFF", text("II*\0...."), "TIFF"),
                Arguments.of("AVIF", text("\0\0\0\u001cftypavif"), "AVIF"),
                Arguments.of("animated WebP", text("RIFF\u0016\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\0\0\0\0\0\0"), "animated"),
                Arguments.of("nothing", new byte[0], "empty"),
                Arguments.of("text", text("hello"), "none of the pictures"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notTaken")
    void anotherFormatIsNamed(String name, byte[] file, String what) {
        assertThatThrownBy(() -> processor.process(ID, file))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining(what)
                .hasMessageEndingWith("send a PNG, JPEG, WebP or GIF.");
    }

    /** Texts and profiles that would expand to hundreds of megabytes, and files with two meanings. */
    static Stream<Arguments> defused() {
        var bomb = Pictures.bomb(100_000_000);
        return Stream.of(
                Arguments.of("a bomb in a text", withChunk(png(50, 50), "zTXt", join(text("x\0\0"), bomb))),
                Arguments.of("a bomb in a text of a palette", palette(join(text("x\0\0"), bomb))),
                Arguments.of("a bomb in a profile", withChunk(png(50, 50), "iCCP", join(text("x\0\0"), bomb))),
                Arguments.of("a page behind a PNG", join(png(50, 50), text("<script>alert(1)</script>"))),
                Arguments.of("an archive behind a GIF", join(gif(50, 50, 2), text("PK\u0003\u0004<script>"))),
                Arguments.of("a page behind a WebP", join(webp(50, 50), text("<script>alert(1)</script>"))),
                Arguments.of(
                        "a page in a text", withChunk(png(50, 50), "tEXt", text("Comment\0<script>alert(1)</script>"))),
                Arguments.of("a page in a comment", Pictures.withComment(gif(50, 50, 2), "<script>alert(1)</script>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defused")
    void whatIsHiddenIsLeftOut(String name, byte[] file) {
        var picture = processor.process(ID, file);

        assertThat(picture.files())
                .allSatisfy(made -> assertThat(made.content())
                        .hasSizeLessThan(20_000)
                        .asString(StandardCharsets.ISO_8859_1)
                        .doesNotContain("<script>", "PK\u0003\u0004"));
    }

    /** What is not refused could be decoded. */
    @Test
    void aDamagedFileFailsInNoOtherWay() {
        var files = List.of(png(64, 48), jpeg(64, 48, 6), webp(64, 48), gif(32, 24, 3));
        var random = new Random(7);

        for (var round = 0; round < 400; round++) {
            var file = files.get(round % files.size()).clone();
            for (var damage = 0; damage < 3; damage++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertThat(catchThrowable(() -> processor.process(ID, file)))
                    .as("round %d", round)
                    .satisfiesAnyOf(
                            failure -> assertThat(failure).isNull(),
                            failure -> assertThat(failure).isInstanceOf(MediaException.class));
        }
    }

    @Test
    void thePictureThatTakesTooLongIsGivenUp() {
        assertThatThrownBy(() -> processor(Duration.ZERO).process(ID, png(300, 300)))
                .isInstanceOf(MediaBusyException.class);
    }

    @Test
    void memoryThatOthersHaveTakenIsWaitedFor() {
        var memory = new MemoryBudget(100);

        memory.reserve(60);
        assertThatThrownBy(() -> memory.reserve(60)).isInstanceOf(MediaBusyException.class);

        memory.release(60);
        assertThatCode(() -> memory.reserve(100)).doesNotThrowAnyException();
    }

    private static JdkImageProcessor processor(Duration timeout) {
        return new JdkImageProcessor(
                new MediaLimits(20_000_000, 40_000_000, 16_384, 200, 160_000_000, 320_000_000, timeout));
    }

    private static byte[] cut(byte[] file, int percent) {
        return Arrays.copyOf(file, file.length * percent / 100);
    }

    private static byte[] damaged(byte[] png) {
        var damaged = png.clone();
        damaged[60] ^= 0x55;
        return damaged;
    }

    private static byte[] brokenPixels() {
        var image = png(20, 20);
        var header = Arrays.copyOf(image, 33);
        return join(
                withChunk(header, "IDAT", text("no zlib")), Arrays.copyOfRange(image, image.length - 12, image.length));
    }

    private static byte[] palette(byte[] text) {
        var indexed = new BufferedImage(50, 50, BufferedImage.TYPE_BYTE_INDEXED);
        return withChunk(Pictures.write(indexed, "png"), "zTXt", text);
    }

    /** Each of five frames says that it has 16,000 × 2,500 pixels. */
    private static byte[] gifOfLargeFrames() {
        var size = "\u0080>\u00c4\11";
        var frame = "\0\0\0\0" + size;
        return gifOf(size, frame, frame, frame, frame, frame);
    }

    /** Of a size of the screen, and of a place and size for each frame, which has no pixels. */
    private static byte[] gifOf(String screen, String... frames) {
        return join(
                text("GIF89a" + screen + "\0\0\0"),
                text(Arrays.stream(frames)
                        .map(frame -> "," + frame + "\0\2\1\0\0")
                        .collect(Collectors.joining())),
                text(";"));
    }

    private static byte[] profiles(int count) {
        var profile = Arrays.copyOfRange(
                withChunk(png(50, 50), "iCCP", join(text("x\0\0"), Pictures.bomb(4_000_000))),
                33,
                33 + 12 + 3 + Pictures.bomb(4_000_000).length);
        var image = png(50, 50);
        var all = new ByteArrayOutputStream();
        all.write(image, 0, 33);
        for (var i = 0; i < count; i++) {
            all.writeBytes(profile);
        }
        all.write(image, 33, image.length - 33);
        return all.toByteArray();
    }

    /** The second one is that of the picture. */
    private static byte[] twoSizes() {
        var image = jpeg(20, 20);
        var header = "\u00ff\u00c0\0\u0011\10\u00ff\u00ff\u00ff\u00ff\3\1\u0011\0\2\u0011\0\3\u0011\0";
        return join(Arrays.copyOf(image, 2), text(header), Arrays.copyOfRange(image, 2, image.length));
    }
}
