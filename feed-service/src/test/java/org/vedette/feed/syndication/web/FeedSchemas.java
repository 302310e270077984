package org.vedette.feed.syndication.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The rules of RSS and Atom as schemas, which xmllint reads as well. */
final class FeedSchemas {

    private FeedSchemas() {}

    /** Does nothing but fail if a rule is broken. */
    static void check(String schema, byte[] feed) throws SAXException, IOException {
        var rules = FeedSchemas.class.getResource("/org/vedette/feed/syndication/schema/" + schema);
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(rules)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(feed)));
    }
}
