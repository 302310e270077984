package org.vedette.post.media.render;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.ImageProcessor;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaException.InvalidImageException;
import org.vedette.post.media.MediaException.UnsupportedFormatException;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.ProcessedImage;
import org.vedette.post.media.ProcessedImage.EncodedFile;
import org.vedette.post.restoring.PictureVerifier;

/** Works with the ImageIO of the JDK, and with decoders for it; reads the size of a picture before it decodes anything. */
@Component
final class JdkImageProcessor implements ImageProcessor, PictureVerifier {

    /** Of an opaque PNG or GIF, whose file in full size is a JPEG. */
    private static final String LOSSLESS = "original.png";

    /** The decoded picture, and a copy that is turned, or in other colours. */
    private static final int COPIES = 2;

    private static final int BEGINNING = 512;

    private final MediaLimits limits;
    private final MemoryBudget memory;
    private final ImageEncoder encoder = new ImageEncoder();

    JdkImageProcessor(MediaLimits limits) {
        ImageIO.setUseCache(false);
        this.limits = limits;
        this.memory = new MemoryBudget(limits.memory());
    }

    @Override
    public ProcessedImage process(MediaId id, byte[] file) {
        var deadline = new Deadline(limits.timeout());
        var format = ImageFormat.of(file).orElseThrow(() -> new UnsupportedFormatException(whatItIs(file)));
        var structure = structure(format, file);
        return withMemory(structure, () -> process(id, format, structure, deadline));
    }

    @Override
    public void verify(MediaFile known, byte[] file) {
        var deadline = new Deadline(limits.timeout());
        var format = ImageFormat.of(file).orElseThrow(() -> new UnsupportedFormatException(whatItIs(file)));
        require(format == known.format(), "The file is no " + known.format() + ", as its name says.");
        var structure = structure(format, file);
        require(
                structure.width() == known.width() && structure.height() == known.height(),
                "The picture has another size than its name says.");
        require(structure.isAllOf(file), "The file has more than a picture.");
        var image = withMemory(structure, () -> decode(format, structure, deadline));
        requireSize(image, structure);
    }

    private static ImageStructure structure(ImageFormat format, byte[] file) {
        return switch (format) {
            case PNG -> PngStructure.of(file);
            case JPEG -> JpegStructure.of(file);
            case WEBP -> WebpStructure.of(file);
            case GIF -> GifStructure.of(file);
        };
    }

    /** Does what needs the memory of a decoded picture; refuses a picture that is too large, before it is decoded. */
    private <T> T withMemory(ImageStructure structure, Supplier<T> work) {
        requireWithinLimits(structure);
        var needed = structure.pixels() * structure.bytesPerPixel() * COPIES;
        memory.reserve(needed);
        try {
            return work.get();
        } finally {
            memory.release(needed);
        }
    }

    private static BufferedImage decode(ImageFormat format, ImageStructure structure, Deadline deadline) {
        return format == ImageFormat.GIF
                ? GifAnimation.firstFrame(structure, deadline)
                : ImageDecoder.decode(format, structure, deadline);
    }

    private void requireWithinLimits(ImageStructure structure) {
        var size = structure.width() + " × " + structure.height() + " pixels";
        require(structure.width() > 0 && structure.height() > 0, "The picture has no size.");
        require(
                Math.max(structure.width(), structure.height()) <= limits.side(),
                "The picture has " + size + "; no side may have more than " + limits.side() + ": make it smaller.");
        var most = Math.min(limits.pixels(), memory.size() / ((long) structure.bytesPerPixel() * COPIES));
        require(
                structure.pixels() <= most,
                "The picture has " + size + "; here are at most " + most + " in all possible: make it smaller.");
        require(
                structure.frames() <= limits.frames(),
                "The animation has " + structure.frames() + " frames; there may be " + limits.frames()
                        + ": shorten it.");
        require(
                structure.framePixels() <= limits.framePixels(),
                "The frames of the animation have " + structure.framePixels() + " pixels in all; there may be "
                        + limits.framePixels() + ": make it smaller, or shorten it.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidImageException(otherwise);
        }
    }

    private ProcessedImage process(MediaId id, ImageFormat format, ImageStructure structure, Deadline deadline) {
        var decoded = decode(format, structure, deadline);
        requireSize(decoded, structure);
        var image = ExifOrientation.apply(Pixels.toSrgb(decoded, structure.profile()), structure.orientation());
        var shown =
                structure.frames() > 1 ? ImageFormat.GIF : Pixels.isOpaque(image) ? ImageFormat.JPEG : ImageFormat.PNG;
        var address = new MediaAddress(id, image.getWidth(), image.getHeight(), shown);
        var files = new ArrayList<EncodedFile>();
        files.add(file(address.name(), shown, image, full(shown, image, structure, deadline)));
        if (shown == ImageFormat.JPEG && (format == ImageFormat.PNG || format == ImageFormat.GIF)) {
            deadline.check();
            files.add(file(LOSSLESS, ImageFormat.PNG, image, encoder.png(image)));
        }
        files.addAll(variants(address, image, deadline));
        return new ProcessedImage(address, format, files);
    }

    /** The decoder reads the file its own way. */
    private static void requireSize(BufferedImage image, ImageStructure structure) {
        if (image.getWidth() != structure.width() || image.getHeight() != structure.height()) {
            throw ImageBytes.corrupt("its parts disagree about its size");
        }
    }

    private byte[] full(ImageFormat format, BufferedImage image, ImageStructure structure, Deadline deadline) {
        return switch (format) {
            case GIF -> GifAnimation.reencode(structure, deadline);
            case PNG -> encoder.png(image);
            case JPEG, WEBP -> encoder.jpeg(image, ImageEncoder.FULL_QUALITY);
        };
    }

    private List<EncodedFile> variants(MediaAddress address, BufferedImage image, Deadline deadline) {
        var files = new ArrayList<EncodedFile>();
        for (var width : address.widths()) {
            deadline.check();
            var resized = Pixels.resized(image, width, address.heightAt(width));
            encoder.webp(resized)
                    .ifPresent(webp ->
                            files.add(file(address.variant(width, ImageFormat.WEBP), ImageFormat.WEBP, resized, webp)));
            var plain = address.plainFormat();
            var name = address.variant(width, plain);
            if (!name.equals(address.name())) {
                var content =
                        plain == ImageFormat.PNG ? encoder.png(resized) : encoder.jpeg(resized, ImageEncoder.QUALITY);
                files.add(file(name, plain, resized, content));
            }
        }
        return files;
    }

    private static EncodedFile file(String name, ImageFormat format, BufferedImage image, byte[] content) {
        return EncodedFile.of(name, format, image.getWidth(), image.getHeight(), content);
    }

    private static String whatItIs(byte[] file) {
        var beginning = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        var text = beginning.toLowerCase(Locale.ROOT);
        if (file.length == 0) {
            return "The file is empty";
        }
        if (text.contains("<svg")) {
            return "This is an SVG, which can contain scripts and is not taken";
        }
        if (text.contains("<html") || text.contains("<!doctype")) {
            return "This is a page of HTML, not a picture";
        }
        if (text.startsWith("%pdf")) {
            return "This is a PDF, not a picture";
        }
        if (text.startsWith("pk\u0003\u0004")) {
            return "This is a ZIP archive, not a picture";
        }
        if (text.startsWith("ftyp", 4)) {
            return "This is a picture in HEIC or AVIF, or a film, which is not taken";
        }
        if (text.startsWith("bm") || text.startsWith("ii*\0") || text.startsWith("mm\0*")) {
            return "This is a BMP or TIFF, which is not taken";
        }
        return "The content of the file is none of the pictures that are taken";
    }
}
