package org.vedette.feed.syndication.web;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;

/** Reads feeds as a stranger does, without the parser's healer, which forgives mistakes and rewrites entities in CDATA. */
final class Rome {

    private Rome() {}

    static SyndFeed read(byte[] feed) throws Exception {
        try (var reader = new XmlReader(new ByteArrayInputStream(feed))) {
            var parser = new SyndFeedInput();
            parser.setXmlHealerOn(false);
            return parser.build(reader);
        }
    }
}
