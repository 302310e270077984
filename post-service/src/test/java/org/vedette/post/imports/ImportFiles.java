package org.vedette.post.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files of other systems, for tests. */
public final class ImportFiles {

    private ImportFiles() {}

    /** A WordPress export with some items. */
    public static String wxr(String... items) {
        return """
                <?xml version="1.0" encoding="UTF-8" ?>
                <rss version="2.0"
                	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                	xmlns:content="http://purl.org/rss/1.0/modules/content/"
                	xmlns:dc="http://purl.org/dc/elements/1.1/"
                	xmlns:wp="http://wordpress.org/export/1.2/">
                <channel>
                <title>The Old Blog</title>
                <link>https://old.example</link>
                <wp:wxr_version>1.2</wp:wxr_version>
                <wp:base_blog_url>https://old.example</wp:base_blog_url>
                <wp:author><wp:author_login><![CDATA[ada]]></wp:author_login><wp:author_display_name><![CDATA[Ada Example]]></wp:author_display_name></wp:author>
                %s
                </channel>
                </rss>
                """.formatted(String.join("\n", items));
    }

    /** An item of a WordPress export. */
    public static String item(int id, String title, String content) {
        return item(id, title, content, "publish", "post");
    }

    public static String item(int id, String title, String content, String status, String type) {
        return """
                <item>
                <title>%s</title>
                <link>https://old.example/2016/06/30/post-%d/</link>
                <dc:creator><![CDATA[ada]]></dc:creator>
                <guid isPermaLink="false">https://old.example/?p=%d</guid>
                <content:encoded><![CDATA[%s]]></content:encoded>
                <excerpt:encoded><![CDATA[]]></excerpt:encoded>
                <wp:post_id>%d</wp:post_id>
                <wp:post_date>2016-06-30 14:00:00</wp:post_date>
                <wp:post_date_gmt>2016-06-30 12:00:00</wp:post_date_gmt>
                <wp:post_modified_gmt>2016-07-01 12:00:00</wp:post_modified_gmt>
                <wp:post_name>post-%d</wp:post_name>
                <wp:status>%s</wp:status>
                <wp:post_type>%s</wp:post_type>
                <category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>
                <category domain="category" nicename="loaders"><![CDATA[Loaders &amp; Droppers]]></category>
                <category domain="post_tag" nicename="night"><![CDATA[Night]]></category>
                </item>""".formatted(title, id, id, content, id, id, status, type);
    }

    /** A Ghost export, as its documentation describes it. */
    public static String ghost(String posts) {
        return """
                {"db": [{"meta": {"exported_on": 1465603200000, "version": "5.130.0"}, "data": {
                  "posts": [%s],
                  "tags": [
                    {"id": "t1", "name": "Loader", "slug": "loader"},
                    {"id": "t2", "name": "#internal", "slug": "hash-internal"}],
                  "posts_tags": [
                    {"id": "pt2", "post_id": "p1", "tag_id": "t2", "sort_order": 1},
                    {"id": "pt1", "post_id": "p1", "tag_id": "t1", "sort_order": 0}],
                  "users": [{"id": "u1", "name": "Ada Example", "slug": "ada"}, {"id": "u2", "name": "Bo Sample", "slug": "bo"}],
                  "posts_authors": [
                    {"id": "pa2", "post_id": "p1", "author_id": "u2", "sort_order": 1},
                    {"id": "pa1", "post_id": "p1", "author_id": "u1", "sort_order": 0}]
                }}]}
                """.formatted(posts);
    }

    public static String ghostPost(String id, String status, String visibility) {
        return """
                {"id": "%1$s", "uuid": "uuid-%1$s", "title": "A loader", "slug": "a-loader-%1$s", "type": "post",
                 "html": "<p>It <strong>waits</strong>. <a href=\\"__GHOST_URL__/other/\\">Other</a></p>", "status": "%2$s",
                 "visibility": "%3$s", "custom_excerpt": "What we saw.", "feature_image": null, "author_id": "u1",
                 "created_at": "2016-06-29T10:00:00.000Z", "updated_at": "2016-07-02T10:00:00.000Z",
                 "published_at": "2016-06-30T10:00:00.000Z"}""".formatted(id, status, visibility);
    }

    /** A zip of texts. */
    public static byte[] zip(Map<String, String> files) {
        var contents = new LinkedHashMap<String, byte[]>();
        files.forEach((name, text) -> contents.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipOf(contents);
    }

    /** A zip of any files. */
    public static byte[] zipOf(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
