package org.vedette.feed.syndication.web;

/** Text that may stand in an XML 1.0 document. */
final class XmlText {

    private XmlText() {}

    /** The text without what XML 1.0 §2.2 does not know: most control characters, halves of pairs. */
    static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** As element content. */
    static String escaped(String text) {
        return legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * As element content that readers cannot mistake for markup, even if they decode it once too often (RSS profile,
     * "title").
     */
    static String plain(String text) {
        return legal(text).replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&#x3E;");
    }

    /** As the value of an attribute in double quotes. */
    static String attribute(String text) {
        return escaped(text).replace("\"", "&quot;");
    }

    /** As a CDATA section; its end mark is split between two of them. */
    static String cdata(String text) {
        return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }
}
