package org.vedette.post.markup;

import java.util.List;

/** Finds the images of a body, so that those without a text can be pointed out. */
public interface ImageFinder {

    /**
     * The images in their order.
     *
     * @throws UnrenderableMarkdownException when finding them would take too long
     */
    List<BodyImage> imagesIn(String markdown);
}
