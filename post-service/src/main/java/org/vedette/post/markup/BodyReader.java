package org.vedette.post.markup;

/** Takes a body apart as its renderer does, so that what is in code is not taken for what it would be in the text. */
public interface BodyReader {

    /**
     * The images, links and texts of a body.
     *
     * @throws UnrenderableMarkdownException when reading it would take too long
     */
    BodyParts read(String markdown);
}
