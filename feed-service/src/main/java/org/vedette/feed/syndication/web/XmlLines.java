package org.vedette.feed.syndication.web;

import java.nio.charset.StandardCharsets;

/** An XML document in the making, an element to a line. */
final class XmlLines {

    private final StringBuilder lines = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Adds markup as it is. */
    void line(String markup) {
        lines.append(markup).append('\n');
    }

    /**
     * Adds an element.
     *
     * @param content XML already
     * @param attributes names and values by turns
     */
    void element(String name, String content, String... attributes) {
        open(name, attributes);
        lines.append('>').append(content).append("</").append(name).append(">\n");
    }

    /** Adds an element without content. */
    void empty(String name, String... attributes) {
        open(name, attributes);
        lines.append("/>\n");
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void open(String name, String... attributes) {
        lines.append('<').append(name);
        for (var index = 0; index < attributes.length; index += 2) {
            lines.append(' ')
                    .append(attributes[index])
                    .append("=\"")
                    .append(XmlText.attribute(attributes[index + 1]))
                    .append('"');
        }
    }
}
