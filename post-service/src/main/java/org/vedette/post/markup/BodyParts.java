package org.vedette.post.markup;

import java.util.List;

/**
 * The parts of a body, each kind in its order.
 *
 * @param texts what readers see as text, and not as code
 */
public record BodyParts(List<BodyImage> images, List<BodyLink> links, List<BodyText> texts) {

    public static final BodyParts NONE = new BodyParts(List.of(), List.of(), List.of());

    public BodyParts {
        images = List.copyOf(images);
        links = List.copyOf(links);
        texts = List.copyOf(texts);
    }

    /**
     * A link, also one that is made of a bare address.
     *
     * @param line of the body, from 1
     * @param address as the body has it
     */
    public record BodyLink(int line, String address) {}

    /**
     * A text without a line break.
     *
     * @param line of the body, from 1
     */
    public record BodyText(int line, String text) {}
}
