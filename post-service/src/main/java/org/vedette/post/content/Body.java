package org.vedette.post.content;

import java.nio.charset.StandardCharsets;

/** The text of a post in Markdown; may be empty in a draft. */
public record Body(String markdown) {

    public Body {
        markdown = PlainText.lines(markdown);
    }

    /** Size in bytes of UTF-8, the unit of the limit. */
    public int size() {
        return markdown.getBytes(StandardCharsets.UTF_8).length;
    }
}
