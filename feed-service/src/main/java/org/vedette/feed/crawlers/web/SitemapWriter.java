package org.vedette.feed.crawlers.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.vedette.feed.crawlers.SitemapUrl;
import org.vedette.feed.serving.web.XmlDocument;

/** Writes sitemaps in the format of sitemaps.org. */
@Component
class SitemapWriter {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    byte[] index(List<SitemapUrl> sitemaps) {
        return write("sitemapindex", "sitemap", sitemaps);
    }

    byte[] sitemap(List<SitemapUrl> pages) {
        return write("urlset", "url", pages);
    }

    private static byte[] write(String root, String element, List<SitemapUrl> urls) {
        var xml = new XmlDocument();
        xml.start(root, "xmlns", NAMESPACE);
        for (var url : urls) {
            xml.start(element);
            xml.element("loc", url.location());
            var lastModified = url.lastModified();
            if (lastModified != null) {
                xml.element(
                        "lastmod", lastModified.truncatedTo(ChronoUnit.SECONDS).toString());
            }
            xml.end();
        }
        xml.end();
        return xml.bytes();
    }
}
