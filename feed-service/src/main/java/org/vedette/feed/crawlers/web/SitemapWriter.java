package org.vedette.feed.crawlers.web;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.vedette.feed.crawlers.Listed;
import org.vedette.feed.crawlers.Sitemap;

/** Writes sitemaps as sitemaps.org describes them. */
@Component
class SitemapWriter {

    private static final String OPENING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <%s xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """;

    byte[] index(Sitemap sitemap) {
        return written("sitemapindex", "sitemap", sitemap);
    }

    byte[] pages(Sitemap sitemap) {
        return written("urlset", "url", sitemap);
    }

    private static byte[] written(String root, String element, Sitemap sitemap) {
        var xml = new StringBuilder(OPENING.formatted(root));
        sitemap.listed().forEach(listed -> add(listed, element, xml));
        xml.append("</").append(root).append(">\n");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Listed listed, String element, StringBuilder xml) {
        xml.append('<')
                .append(element)
                .append("><loc>")
                .append(escaped(listed.address()))
                .append("</loc>");
        var changedAt = listed.changedAt();
        if (changedAt != null) {
            xml.append("<lastmod>")
                    .append(changedAt.truncatedTo(ChronoUnit.SECONDS))
                    .append("</lastmod>");
        }
        xml.append("</").append(element).append(">\n");
    }

    /** The five characters that sitemaps.org has escaped everywhere. */
    private static String escaped(String address) {
        return address.replace("&", "&amp;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;")
                .replace(">", "&gt;")
                .replace("<", "&lt;");
    }
}
