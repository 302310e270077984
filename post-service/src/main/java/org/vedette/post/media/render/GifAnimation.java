package org.vedette.post.media.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.vedette.post.media.ImageFormat;
import org.w3c.dom.Element;

/**
 * Encodes an animation anew, frame by frame: only the pixels, their places and times, and the number of repetitions stay, no
 * comments and nothing of other applications.
 */
final class GifAnimation {

    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
    private static final String DESCRIPTOR = "ImageDescriptor";
    private static final String CONTROL = "GraphicControlExtension";
    private static final String SCREEN = "LogicalScreenDescriptor";
    private static final String APPLICATION = "ApplicationExtension";

    /** A sub-block of the extension NETSCAPE 2.0 that says how often an animation repeats. */
    private static final int REPETITIONS = 1;

    private GifAnimation() {}

    /** The first frame, on the canvas. */
    static BufferedImage firstFrame(ImageStructure structure, Deadline deadline) {
        return ImageDecoder.read(ImageFormat.GIF, structure.cleaned(), deadline, reader -> {
            var descriptor = child(tree(reader.getImageMetadata(0), IMAGE_FORMAT), DESCRIPTOR);
            return Pixels.on(
                    structure.width(),
                    structure.height(),
                    reader.read(0),
                    number(descriptor, "imageLeftPosition"),
                    number(descriptor, "imageTopPosition"));
        });
    }

    static byte[] reencode(ImageStructure structure, Deadline deadline) {
        return ImageDecoder.read(ImageFormat.GIF, structure.cleaned(), deadline, reader -> {
            var writer = ImageCodecs.writer(ImageFormat.GIF);
            return ImageEncoder.write(writer, output -> {
                writer.prepareWriteSequence(screen(reader, writer, structure));
                for (var frame = 0; frame < structure.frames(); frame++) {
                    deadline.check();
                    writer.writeToSequence(frame(reader, writer, frame), null);
                }
                writer.endWriteSequence();
            });
        });
    }

    private static IIOMetadata screen(ImageReader reader, ImageWriter writer, ImageStructure structure)
            throws IOException {
        var metadata = writer.getDefaultStreamMetadata(null);
        var tree = tree(metadata, STREAM_FORMAT);
        var received = tree(reader.getStreamMetadata(), STREAM_FORMAT);
        var descriptor = child(tree, SCREEN);
        descriptor.setAttribute("logicalScreenWidth", String.valueOf(structure.width()));
        descriptor.setAttribute("logicalScreenHeight", String.valueOf(structure.height()));
        find(received, "GlobalColorTable").ifPresent(colors -> tree.appendChild(colors));
        set(metadata, STREAM_FORMAT, tree);
        return metadata;
    }

    private static IIOImage frame(ImageReader reader, ImageWriter writer, int index) throws IOException {
        var image = reader.read(index);
        var received = tree(reader.getImageMetadata(index), IMAGE_FORMAT);
        var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        var tree = tree(metadata, IMAGE_FORMAT);
        for (var position : List.of("imageLeftPosition", "imageTopPosition")) {
            child(tree, DESCRIPTOR)
                    .setAttribute(position, String.valueOf(number(child(received, DESCRIPTOR), position)));
        }
        find(received, CONTROL).ifPresent(control -> replace(tree, CONTROL, control));
        if (index == 0) {
            repetitions(received).ifPresent(extension -> replace(tree, "ApplicationExtensions", extension));
        }
        set(metadata, IMAGE_FORMAT, tree);
        return new IIOImage(image, null, metadata);
    }

    private static Optional<IIOMetadataNode> repetitions(Element frame) {
        var all = frame.getElementsByTagName(APPLICATION);
        for (var i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof IIOMetadataNode extension
                    && "NETSCAPE".equals(extension.getAttribute("applicationID"))
                    && extension.getUserObject() instanceof byte[] block
                    && block.length >= 3
                    && block[0] == REPETITIONS) {
                return Optional.of(loop(block));
            }
        }
        return Optional.empty();
    }

    private static IIOMetadataNode loop(byte[] block) {
        var extension = new IIOMetadataNode(APPLICATION);
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {REPETITIONS, block[1], block[2]});
        var extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }

    private static Element tree(IIOMetadata metadata, String format) {
        return (Element) metadata.getAsTree(format);
    }

    private static void set(IIOMetadata metadata, String format, Element tree) throws IIOInvalidTreeException {
        metadata.setFromTree(format, tree);
    }

    private static Element child(Element tree, String name) {
        return find(tree, name).orElseThrow(() -> ImageBytes.corrupt("a frame does not say its place"));
    }

    private static Optional<Element> find(Element tree, String name) {
        return tree.getElementsByTagName(name).item(0) instanceof Element found ? Optional.of(found) : Optional.empty();
    }

    private static void replace(Element tree, String name, Element other) {
        find(tree, name).ifPresent(tree::removeChild);
        tree.appendChild(other);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
