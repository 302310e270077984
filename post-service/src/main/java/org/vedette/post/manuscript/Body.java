package org.vedette.post.manuscript;

import java.nio.charset.StandardCharsets;

/** The text of a post in Markdown; a draft's may still be empty. */
public record Body(String markdown) {

    public Body {
        markdown = PlainText.lines(markdown);
    }

    /** Size in bytes of UTF-8, which is what the limit counts. */
    public int size() {
        return markdown.getBytes(StandardCharsets.UTF_8).length;
    }
}
