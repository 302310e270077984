package org.vedette.post.markup.render.sanitizing;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;
import org.vedette.post.markup.RenderedBody;

/** The elements and attributes that rendered Markdown can have; sanitizing drops all others. */
public final class HtmlAllowList {

    private static final Pattern ID = Pattern.compile("(section|fn|fnref)-[\\p{L}\\p{M}\\p{N}_.-]{1,200}");
    private static final Pattern FOOTNOTE_CLASS = Pattern.compile("footnotes|footnote-ref|footnote-backref");
    private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[\\p{Alnum}+#._-]{1,40}");
    private static final Pattern LANGUAGE = Pattern.compile("[\\p{Alnum}+#._-]{1,40}");
    private static final Pattern ALIGN_CLASS = Pattern.compile("align-(left|center|right)");
    private static final Pattern ALERT_CLASS =
            Pattern.compile("alert-title|alert alert-(note|tip|important|warning|caution)");
    private static final Pattern TASK_CLASS = Pattern.compile("task");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section")
            .allowElements("ul", "ol", "li", "em", "strong", "del", "code", "a", "img", "sup", "sub", "kbd")
            .allowElements("div", "details", "summary", "figure", "figcaption")
            .allowElements("table", "thead", "tbody", "tr", "th", "td")
            .allowStandardUrlProtocols()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("a", "img")
            .allowAttributes("class")
            .matching(ALIGN_CLASS)
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(ALERT_CLASS)
            .onElements("div", "p")
            .allowAttributes("class")
            .matching(TASK_CLASS)
            .onElements("li")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("data-language")
            .matching(LANGUAGE)
            .onElements("pre")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("id")
            .matching(ID)
            .onElements("h1", "h2", "h3", "h4", "h5", "h6", "li", "a", "sup")
            .allowAttributes("class")
            .matching(FOOTNOTE_CLASS)
            .onElements("section", "sup", "a")
            .allowAttributes("class")
            .matching(LANGUAGE_CLASS)
            .onElements("code")
            .toFactory();

    private HtmlAllowList() {}

    /** Sanitizes HTML and extracts the plain text of the result. */
    public static RenderedBody sanitize(String html) {
        var sanitized = new StringBuilder(html.length());
        var text = new PlainTextExtractor(HtmlStreamRenderer.create(sanitized, problem -> {}));
        HtmlSanitizer.sanitize(
                html, POLICY.apply(new DetailsRules(new ExternalImageFilter(new PictureVariants(text)))));
        return new RenderedBody(sanitized.toString().strip(), text.text(), text.excerpt());
    }
}
