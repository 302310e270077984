package org.vedette.post.media.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.media.ImageFormat;

/** Encodes pictures. WebP needs a native library; where it does not load, there is no WebP. */
final class ImageEncoder {

    /** Of the file in full size, of which later versions may make others. */
    static final float FULL_QUALITY = 0.92f;

    static final float QUALITY = 0.82f;

    /** RFC 9649 §2.4: both sides have 14 bits. */
    private static final int MAX_WEBP_SIDE = 16_383;

    private static final Logger log = LoggerFactory.getLogger(ImageEncoder.class);

    byte[] jpeg(BufferedImage image, float quality) {
        return encode(ImageFormat.JPEG, image, parameters -> {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        });
    }

    byte[] png(BufferedImage image) {
        return encode(ImageFormat.PNG, image, parameters -> {});
    }

    /** Empty where the platform has no WebP, and for a picture that cannot be one. */
    Optional<byte[]> webp(BufferedImage image) {
        if (!Webp.IS_AVAILABLE || Math.max(image.getWidth(), image.getHeight()) > MAX_WEBP_SIDE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Webp.encode(image));
        } catch (RuntimeException failure) {
            log.warn("Made no WebP of {} × {} pixels", image.getWidth(), image.getHeight(), failure);
            return Optional.empty();
        }
    }

    /** The native library, which is loaded with the first picture. */
    private static final class Webp {

        static final boolean IS_AVAILABLE = isAvailable();

        private static boolean isAvailable() {
            try {
                return encode(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR)).length > 0;
            } catch (LinkageError | RuntimeException unavailable) {
                log.warn("Pictures get no WebP variants: its library does not work on this platform", unavailable);
                return false;
            }
        }

        static byte[] encode(BufferedImage image) {
            return ImageEncoder.encode(ImageFormat.WEBP, image, parameters -> {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType("Lossy");
                parameters.setCompressionQuality(QUALITY);
            });
        }
    }

    private static byte[] encode(ImageFormat format, BufferedImage image, Consumer<ImageWriteParam> settings) {
        var writer = ImageCodecs.writer(format);
        var parameters = writer.getDefaultWriteParam();
        settings.accept(parameters);
        return write(writer, output -> writer.write(null, new IIOImage(image, null, null), parameters));
    }

    /** The output of a writer, which is disposed of. */
    static byte[] write(ImageWriter writer, Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writing.run(output);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Writes with a writer whose output is set. */
    @FunctionalInterface
    interface Writing {

        void run(MemoryCacheImageOutputStream output) throws IOException;
    }
}
