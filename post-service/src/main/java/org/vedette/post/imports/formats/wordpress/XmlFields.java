package org.vedette.post.imports.formats.wordpress;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts of the children of an element, by their names with prefix. Nothing outside of the text is ever read for it:
 * document types are refused, so that there are no entities but those of XML itself.
 *
 * @param texts of the first child of each name
 * @param elements of the names that were asked for, each with its own fields and attributes
 */
record XmlFields(Map<String, String> texts, Map<String, List<XmlFields>> elements, Map<String, String> attributes) {

    private static final XMLInputFactory FACTORY = factory();

    /** The text of the element itself, where it has no children. */
    private static final String OWN_TEXT = "";

    /** Items of exports have two levels. */
    private static final int MAX_DEPTH = 50;

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an export has no entities");
        });
        return factory;
    }

    /** Reads the fields of the first element of a text. */
    static XmlFields of(String xml, String... elements) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            reader.nextTag();
            return read(reader, List.of(elements), 0);
        } finally {
            reader.close();
        }
    }

    /** Hands on the elements of a name of a text that may end anywhere, as long as it is well-formed. */
    static void each(String xml, String name, Consumer<XmlFields> use) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new StringReader(xml));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    use.accept(read(reader, List.of(), 0));
                }
            }
        } finally {
            reader.close();
        }
    }

    private static XmlFields read(XMLStreamReader reader, List<String> wanted, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("has elements nested more than " + MAX_DEPTH + " times", reader.getLocation());
        }
        var fields = new XmlFields(new LinkedHashMap<>(), new LinkedHashMap<>(), attributes(reader));
        var own = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> child(reader, wanted, fields, depth);
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    own.append(reader.getText());
                case XMLStreamReader.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "has the entity &" + reader.getLocalName() + ";, which XML does not have",
                            reader.getLocation());
                case XMLStreamReader.END_ELEMENT -> {
                    fields.texts.put(OWN_TEXT, own.toString());
                    return fields;
                }
                default -> {}
            }
        }
    }

    private static void child(XMLStreamReader reader, List<String> wanted, XmlFields into, int depth)
            throws XMLStreamException {
        var name = reader.getLocalName();
        var child = read(reader, List.of(), depth + 1);
        into.texts.putIfAbsent(name, child.text());
        if (wanted.contains(name)) {
            into.elements.computeIfAbsent(name, first -> new ArrayList<>()).add(child);
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        var attributes = new LinkedHashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** Empty when there is none. */
    String text(String name) {
        return texts.getOrDefault(name, "").strip();
    }

    /** The text of the element itself. */
    String text() {
        return texts.getOrDefault(OWN_TEXT, "");
    }

    List<XmlFields> all(String name) {
        return elements.getOrDefault(name, List.of());
    }
}
