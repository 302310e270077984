package org.vedette.feed.serving.web;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML 1.0 document with StAX, one element a line. Characters that XML cannot carry are left out. Names are
 * qualified names; the attributes of an element are names and values by turns.
 */
public final class XmlDocument {

    private static final String CDATA_END = "]]>";

    private final StringWriter document = new StringWriter();
    private final XMLStreamWriter xml;

    public XmlDocument() {
        this.xml = writer(document);
        write(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            lineEnd();
        });
    }

    /** What throws the checked exception of StAX. */
    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    /** Names the CSS style sheet by which browsers show the document (Associating Style Sheets with XML documents 1.0). */
    public void styleSheet(String path) {
        write(() -> {
            xml.writeProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"" + path + "\"");
            lineEnd();
        });
    }

    /** Starts an element that has child elements. */
    public void start(String name, String... attributes) {
        write(() -> {
            open(name, attributes);
            lineEnd();
        });
    }

    /** Ends the element that was started last. */
    public void end() {
        write(() -> {
            xml.writeEndElement();
            lineEnd();
        });
    }

    public void element(String name, String text, String... attributes) {
        write(() -> {
            open(name, attributes);
            xml.writeCharacters(XmlText.legal(text));
            xml.writeEndElement();
            lineEnd();
        });
    }

    public void emptyElement(String name, String... attributes) {
        write(() -> {
            xml.writeEmptyElement(name);
            writeAttributes(attributes);
            lineEnd();
        });
    }

    /** An element with its text as a CDATA section; an end mark in the text is split between two sections. */
    public void cdataElement(String name, String text) {
        write(() -> {
            xml.writeStartElement(name);
            var rest = XmlText.legal(text);
            for (var end = rest.indexOf(CDATA_END); end >= 0; end = rest.indexOf(CDATA_END)) {
                xml.writeCData(rest.substring(0, end + 2));
                rest = rest.substring(end + 2);
            }
            xml.writeCData(rest);
            xml.writeEndElement();
            lineEnd();
        });
    }

    /** An element whose markup characters are written as numeric references, as some readers decode text twice. */
    public void plainElement(String name, String text) {
        write(() -> {
            xml.writeStartElement(name);
            for (var part : XmlText.legal(text).split("(?=[&<>])|(?<=[&<>])", -1)) {
                switch (part) {
                    case "&" -> xml.writeEntityRef("#x26");
                    case "<" -> xml.writeEntityRef("#x3C");
                    case ">" -> xml.writeEntityRef("#x3E");
                    default -> xml.writeCharacters(part);
                }
            }
            xml.writeEndElement();
            lineEnd();
        });
    }

    /** The document in UTF-8, with its root element ended. */
    public byte[] bytes() {
        write(xml::flush);
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        writeAttributes(attributes);
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (var index = 0; index < attributes.length; index += 2) {
            xml.writeAttribute(attributes[index], XmlText.legal(attributes[index + 1]));
        }
    }

    private void lineEnd() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static XMLStreamWriter writer(StringWriter document) {
        try {
            // Not shared: a factory keeps the last writer, and with it a whole document.
            return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }

    private static void write(Step step) {
        try {
            step.run();
        } catch (XMLStreamException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
    }
}
