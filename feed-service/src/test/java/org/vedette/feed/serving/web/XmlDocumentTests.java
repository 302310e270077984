package org.vedette.feed.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlDocumentTests {

    private final XmlDocument document = new XmlDocument();

    @Test
    void everyElementHasALine() {
        document.start("a", "xmlns", "urn:x");
        document.element("b", "text", "n", "1", "m", "2");
        document.emptyElement("c", "n", "1");
        document.end();

        assertThat(xml()).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <a xmlns="urn:x">
            <b n="1" m="2">text</b>
            <c n="1"/>
            </a>
            """);
    }

    @Test
    void aStyleSheetIsNamedBeforeTheRootElement() {
        document.styleSheet("/assets/a.css");
        document.emptyElement("a");

        assertThat(xml()).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet type="text/css" href="/assets/a.css"?>
            <a/>
            """);
    }

    @Test
    void markupInTextAndAttributesIsEscaped() {
        document.element("a", "1 < 2 & 3 > 2", "n", "\"<&>\"");

        assertThat(xml()).endsWith("<a n=\"&quot;&lt;&amp;&gt;&quot;\">1 &lt; 2 &amp; 3 &gt; 2</a>\n");
    }

    @Test
    void charactersThatXmlCannotCarryAreLeftOut() {
        document.element("a", "x\u0000\u0008\uFFFEy\uD83Dz 😀\t", "n", "1\u001F2");
        document.cdataElement("b", "x\u000By");
        document.plainElement("c", "x\u0001y");

        assertThat(xml()).endsWith("<a n=\"12\">xyz 😀\t</a>\n<b><![CDATA[xy]]></b>\n<c>xy</c>\n");
    }

    @Test
    void theEndMarkOfACdataSectionIsSplit() {
        document.cdataElement("a", "<p>]]> and ]]></p>");

        assertThat(xml()).endsWith("<a><![CDATA[<p>]]]]><![CDATA[> and ]]]]><![CDATA[></p>]]></a>\n");
    }

    @Test
    void plainTextHasNumericReferencesForMarkup() {
        document.plainElement("a", "<b> & c");

        assertThat(xml()).endsWith("<a>&#x3C;b&#x3E; &#x26; c</a>\n");
    }

    private String xml() {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
