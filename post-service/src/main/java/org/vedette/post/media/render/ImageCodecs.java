package org.vedette.post.media.render;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderWriterSpi;
import org.jspecify.annotations.Nullable;
import org.vedette.post.media.ImageFormat;

/** The decoders and encoders that are used, by name: the class path has others, some of which are native code. */
final class ImageCodecs {

    private static final Map<ImageFormat, String> READERS = Map.of(
            ImageFormat.PNG, "com.sun.imageio.plugins.png.PNGImageReaderSpi",
            ImageFormat.GIF, "com.sun.imageio.plugins.gif.GIFImageReaderSpi",
            ImageFormat.JPEG, "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi",
            ImageFormat.WEBP, "com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi");

    private static final Map<ImageFormat, String> WRITERS = Map.of(
            ImageFormat.PNG, "com.sun.imageio.plugins.png.PNGImageWriterSpi",
            ImageFormat.GIF, "com.sun.imageio.plugins.gif.GIFImageWriterSpi",
            ImageFormat.JPEG, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi",
            ImageFormat.WEBP, "com.luciad.imageio.webp.WebPImageWriterSpi");

    private ImageCodecs() {}

    static ImageReader reader(ImageFormat format) {
        return stream(ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)))
                .filter(reader -> isNamed(reader.getOriginatingProvider(), READERS.get(format)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no reader " + READERS.get(format)));
    }

    static ImageWriter writer(ImageFormat format) {
        return stream(ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT)))
                .filter(writer -> isNamed(writer.getOriginatingProvider(), WRITERS.get(format)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no writer " + WRITERS.get(format)));
    }

    private static boolean isNamed(ImageReaderWriterSpi provider, @Nullable String name) {
        return provider.getClass().getName().equals(Objects.requireNonNull(name));
    }

    private static <T> Stream<T> stream(Iterator<T> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false);
    }
}
