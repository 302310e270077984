package org.vedette.post.markup.render;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;
import org.vedette.post.markup.Rendering;

/** What Markdown can become, and so what a body may contain once it is HTML; everything else is dropped. */
final class HtmlAllowList {

    static final String HEADING_PREFIX = "section-";

    private static final Pattern OUR_ID = Pattern.compile("(section|fn|fnref)-[\\p{L}\\p{M}\\p{N}_.-]{1,200}");
    private static final Pattern FOOTNOTE_CLASS = Pattern.compile("footnotes|footnote-ref|footnote-backref");
    private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[\\p{Alnum}+#._-]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section")
            .allowElements("ul", "ol", "li", "em", "strong", "code", "a", "img", "sup")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("a", "img")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("id")
            .matching(OUR_ID)
            .onElements("h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "sup")
            .allowAttributes("class")
            .matching(FOOTNOTE_CLASS)
            .onElements("section", "sup", "a")
            .allowAttributes("class")
            .matching(LANGUAGE_CLASS)
            .onElements("code")
            .toFactory();

    private HtmlAllowList() {}

    /** Drops what is not allowed, and reads the plain text off what is left. */
    static Rendering clean(String html) {
        StringBuilder clean = new StringBuilder(html.length());
        PlainTextReader text = new PlainTextReader(HtmlStreamRenderer.create(clean, problem -> {}));
        HtmlSanitizer.sanitize(html, POLICY.apply(new ForeignImages(text)));
        return new Rendering(clean.toString().strip(), text.text(), text.excerpt());
    }
}
