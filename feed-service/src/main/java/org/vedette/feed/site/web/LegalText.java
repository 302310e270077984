package org.vedette.feed.site.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.vedette.starter.MayBlock;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/** The text of a legal page. */
@MayBlock("the thread that starts the service")
final class LegalText {

    private static final String FILE = "file:";
    private static final int MAX_BYTES = 200_000;

    private LegalText() {}

    /**
     * The text as HTML. Tags in it are shown as text, and a link leads nowhere when a browser would run it.
     *
     * @throws IllegalArgumentException if there is no such file, or nothing to read, or too much, saying which setting is wrong
     */
    static String html(LegalPage page) {
        var extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
        var parsed = Parser.builder().extensions(extensions).build().parse(markdown(page));
        return HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(parsed);
    }

    private static String markdown(LegalPage page) {
        var markdown = page.text().startsWith(FILE) ? read(page) : page.text();
        if (markdown.isBlank()) {
            throw wrong(page, "the file is empty", null);
        }
        return markdown;
    }

    private static String read(LegalPage page) {
        try {
            var file = Path.of(page.text().substring(FILE.length()));
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(page, "the file has more than " + MAX_BYTES + " bytes", null);
            }
            return Files.readString(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong(page, "the file cannot be read as UTF-8: " + unreadable, unreadable);
        }
    }

    private static IllegalArgumentException wrong(LegalPage page, String why, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "vedette.legal." + page.path().substring(1) + " is " + page.text() + ": " + why, cause);
    }
}
