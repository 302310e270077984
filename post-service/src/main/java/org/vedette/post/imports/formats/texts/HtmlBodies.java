package org.vedette.post.imports.formats.texts;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.markup.MarkdownConverter;

/** Makes Markdown of the bodies of other systems. */
public final class HtmlBodies {

    private static final Pattern BLOCK = Pattern.compile(
            "(?i)^\\s*</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|hr|figure|figcaption|"
                    + "section|article|aside|header|footer|address|form|fieldset|iframe|details|summary)\\b");
    private static final Pattern CAPTION = Pattern.compile(
            "(?is)\\[caption\\b[^\\]]{0,500}](\\s*(?:<a\\b[^>]{0,2000}>)?\\s*<img\\b[^>]{0,4000}>\\s*(?:</a>)?)(.{0,2000}?)\\[/caption]");
    private static final Pattern EMBED =
            Pattern.compile("(?is)\\[embed\\b[^\\]]{0,500}]\\s*(https?://[^\\s<\\[]{1,2000})\\s*\\[/embed]");
    private static final Pattern CODE = Pattern.compile("(?i)\\[(code|sourcecode)\\b([^\\]]{0,200})]");
    private static final Pattern LANGUAGE = Pattern.compile("(?i)lang(?:uage)?=\"?([\\w+#-]{1,30})");
    private static final Pattern OTHER_SHORTCODE = Pattern.compile(
            "(?i)\\[/?(?:gallery|playlist|audio|video|contact-form(?:-7)?|wp_[a-z_]+|polldaddy|slideshow)\\b[^\\]]{0,1000}]");
    private static final String BLOCK_EDITOR = "<!-- wp:";
    private static final String GHOST_URL = "__GHOST_URL__";

    private final MarkdownConverter converter;

    public HtmlBodies(MarkdownConverter converter) {
        this.converter = converter;
    }

    /**
     * The body of a WordPress post: HTML, or what its classic editor makes HTML of when it shows it, with shortcodes.
     *
     * @param blog address of the blog: links to it become links without a host, which lead where the old addresses lead
     */
    public String ofWordPress(String content, String blog, List<String> notes) {
        var html = shortcodes(content, notes);
        var local =
                blog.isEmpty() ? html : html.replace("\"" + blog + "/", "\"/").replace("'" + blog + "/", "'/");
        return markdown(local.contains(BLOCK_EDITOR) ? local : withParagraphs(local));
    }

    /** The body of a Ghost post. */
    public String ofGhost(String html) {
        return markdown(html.replace(GHOST_URL, ""));
    }

    private static String shortcodes(String content, List<String> notes) {
        var text = withCode(content);
        text = CAPTION.matcher(text).replaceAll("\n\n$1\n\n<p><em>$2</em></p>\n\n");
        text = EMBED.matcher(text).replaceAll("\n\n<a href=\"$1\">$1</a>\n\n");
        var others = OTHER_SHORTCODE.matcher(text);
        if (others.find()) {
            notes.add("it has shortcodes of WordPress, such as " + shortened(others.group()) + ", which were left out");
            text = others.replaceAll("");
        }
        return text;
    }

    /** A shortcode without an end is text, and so is all after it. */
    private static String withCode(String content) {
        var html = new StringBuilder();
        var opening = CODE.matcher(content);
        var from = 0;
        while (opening.find(from)) {
            var closing = "[/" + opening.group(1) + "]";
            var end = content.indexOf(closing, opening.end());
            if (end < 0) {
                break;
            }
            html.append(content, from, opening.start())
                    .append(codeBlock(opening.group(2), content.substring(opening.end(), end)));
            from = end + closing.length();
        }
        return html.append(content, from, content.length()).toString();
    }

    private static String codeBlock(String attributes, String code) {
        var language = LANGUAGE.matcher(attributes);
        return "<pre><code" + (language.find() ? " class=\"language-" + language.group(1) + "\"" : "") + ">"
                + escaped(code.strip()) + "</code></pre>";
    }

    private static String shortened(String shortcode) {
        return shortcode.length() > 60 ? shortcode.substring(0, 60) + "…" : shortcode;
    }

    /** What is a tag already stays one: the classic editor escaped it, its code view did not. */
    private static String escaped(String code) {
        return code.contains("&lt;") ? code : code.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Paragraphs and line breaks where empty lines and line ends are, as WordPress itself does it for its classic editor. */
    private static String withParagraphs(String content) {
        var html = new StringBuilder();
        var text = content.replace("\r\n", "\n");
        var end = 0;
        for (var start = text.indexOf("<pre"); start >= 0; start = text.indexOf("<pre", end)) {
            var close = text.indexOf("</pre>", start);
            if (close < 0) {
                break;
            }
            paragraphs(text.substring(end, start), html);
            end = close + "</pre>".length();
            html.append(text, start, end).append('\n');
        }
        paragraphs(text.substring(end), html);
        return html.toString();
    }

    private static void paragraphs(String text, StringBuilder html) {
        for (var chunk : text.split("\n\\s*\n", -1)) {
            if (chunk.isBlank()) {
                continue;
            }
            if (BLOCK.matcher(chunk).find()) {
                html.append(chunk).append("\n");
            } else {
                html.append("<p>").append(chunk.strip().replace("\n", "<br>\n")).append("</p>\n");
            }
        }
    }

    private String markdown(String html) {
        try {
            var page = Jsoup.parseBodyFragment(html);
            page.outputSettings(new Document.OutputSettings().prettyPrint(false));
            simplify(page);
            return converter.convertWithRelativeLinks(page.body().html());
        } catch (StackOverflowError tooDeep) {
            throw new InvalidValueException("its HTML is nested too deeply");
        }
    }

    /** What Markdown does not have becomes the nearest that it has: captions emphasized text, players links. */
    private static void simplify(Document page) {
        page.select("figcaption").forEach(caption -> caption.tagName("p").html("<em>" + caption.html() + "</em>"));
        for (var player : page.select("iframe[src], video[src], audio[src], embed[src]")) {
            var source = player.attr("src");
            var link = new Element("a")
                    .attr("href", source.startsWith("//") ? "https:" + source : source)
                    .text(source);
            player.replaceWith(new Element("p").appendChild(link));
        }
        for (var image : page.select("img[data-src]:not([src])")) {
            image.attr("src", image.attr("data-src"));
        }
        page.select("strike, s").forEach(struck -> struck.tagName("del"));
    }
}
