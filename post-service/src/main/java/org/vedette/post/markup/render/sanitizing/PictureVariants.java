package org.vedette.post.markup.render.sanitizing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.owasp.html.HtmlStreamEventReceiver;
import org.vedette.post.media.ImageFormat;
import org.vedette.post.media.MediaAddress;
import org.vedette.starter.ThreadConfined;

/**
 * Offers the variants of our pictures, so that a browser loads one that suits the screen; to readers who want no motion, the
 * first frame of an animation. Whatever knows none of this shows the image as it is, in a size that suits a mail.
 */
@ThreadConfined("the thread that renders a body")
final class PictureVariants extends HtmlEventFilter {

    /** The width of the text on the page of a post. */
    private static final String SIZES = "(min-width: 42rem) 38rem, 100vw";

    private static final int WIDEST = 1600;

    PictureVariants(HtmlStreamEventReceiver next) {
        super(next);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        var address = element.equals("img") ? MediaAddress.parse(attribute("src", attributes)) : null;
        if (address == null || address.isEmpty()) {
            super.openTag(element, attributes);
            return;
        }
        super.openTag("picture", List.of());
        write(address.get(), attributes);
        super.closeTag("picture");
    }

    private void write(MediaAddress picture, List<String> attributes) {
        var image = new ArrayList<String>(List.of("src", source(picture)));
        if (picture.isAnimated()) {
            source(
                    List.of("media", "(prefers-reduced-motion: reduce)", "type", "image/png"),
                    srcset(picture, ImageFormat.PNG));
        } else {
            source(List.of("type", "image/webp"), srcset(picture, ImageFormat.WEBP));
            image.addAll(List.of("srcset", srcset(picture, picture.plainFormat()), "sizes", SIZES));
        }
        image.addAll(List.of("alt", attribute("alt", attributes)));
        if (!attribute("title", attributes).isEmpty()) {
            image.addAll(List.of("title", attribute("title", attributes)));
        }
        image.addAll(List.of("width", String.valueOf(picture.width()), "height", String.valueOf(picture.height())));
        image.addAll(List.of("loading", "lazy", "decoding", "async"));
        super.openTag("img", image);
    }

    private void source(List<String> condition, String srcset) {
        var attributes = new ArrayList<>(condition);
        attributes.addAll(List.of("srcset", srcset, "sizes", SIZES));
        super.openTag("source", attributes);
    }

    /** The file in full size, unless it is wider than any screen shows it. */
    private static String source(MediaAddress picture) {
        return picture.width() <= WIDEST || picture.isAnimated()
                ? picture.toString()
                : MediaAddress.of(picture.id(), picture.variant(WIDEST, picture.plainFormat()));
    }

    private static String srcset(MediaAddress picture, ImageFormat format) {
        return picture.widths().stream()
                .map(width -> MediaAddress.of(picture.id(), picture.variant(width, format)) + " " + width + "w")
                .collect(Collectors.joining(", "));
    }
}
