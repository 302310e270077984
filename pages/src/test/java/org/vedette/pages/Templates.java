package org.vedette.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Renders the templates of this module and parses the result. */
final class Templates {

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.vedette.pages.views");

    private Templates() {}

    static Document render(String template, Object view) {
        var output = new StringOutput();
        ENGINE.render(template, view, output);
        return Jsoup.parse(output.toString());
    }

    static Document render(String template, Map<String, Object> parameters) {
        var output = new StringOutput();
        ENGINE.render(template, parameters, output);
        return Jsoup.parse(output.toString());
    }
}
