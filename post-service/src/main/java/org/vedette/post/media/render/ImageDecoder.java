package org.vedette.post.media.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.MediaException;
import org.vedette.post.media.MediaException.InvalidImageException;
import org.vedette.starter.failures.Failures;

/** Decodes files whose structure was read; what a decoder cannot read, or had to guess, is refused. */
final class ImageDecoder {

    /** How the JPEG library begins its warnings about pixels that it made up. */
    private static final List<String> GUESSES = List.of("Corrupt JPEG data", "Premature end");

    private ImageDecoder() {}

    /** The first, or only, picture of a file. */
    static BufferedImage decode(ImageFormat format, ImageStructure structure, Deadline deadline) {
        return read(format, structure.cleaned(), deadline, reader -> {
            var warnings = new ArrayList<String>();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(String.valueOf(warning)));
            var image = reader.read(0);
            if (warnings.stream().anyMatch(ImageDecoder::isGuess)) {
                throw ImageBytes.corrupt("parts of its pixels cannot be read");
            }
            return image;
        });
    }

    private static boolean isGuess(String warning) {
        return GUESSES.stream().anyMatch(warning::contains);
    }

    /** Reads with the reader of a format, which is disposed of. */
    static <T> T read(ImageFormat format, byte[] file, Deadline deadline, Reading<T> reading) {
        var reader = ImageCodecs.reader(format);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, false, format != ImageFormat.GIF);
            reader.addIIOReadProgressListener(deadline);
            return reading.read(reader);
        } catch (IOException | RuntimeException failure) {
            // Some decoders wrap what a listener throws.
            throw Failures.find(failure, MediaException.class)
                    .orElseGet(() -> new InvalidImageException(
                            "The picture cannot be decoded: it is corrupt. Save it anew with an image editor."));
        } finally {
            reader.dispose();
        }
    }

    /** Reads with a reader whose input is set. */
    @FunctionalInterface
    interface Reading<T> {

        T read(ImageReader reader) throws IOException;
    }
}
