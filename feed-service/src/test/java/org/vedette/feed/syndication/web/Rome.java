package org.vedette.feed.syndication.web;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** Address of the page after a page of a feed, which RSS has as a link of Atom; null on the last one. */
    static @Nullable String next(byte[] feed) throws Exception {
        var read = read(feed);
        var links = read.getLinks().stream().map(link -> Map.entry(link.getRel(), link.getHref()));
        var foreign = read.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("link"))
                .map(element -> Map.entry(element.getAttributeValue("rel"), element.getAttributeValue("href")));
        return Stream.concat(links, foreign)
                .filter(link -> link.getKey().equals("next"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
