package org.vedette.feed.site.web;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.vedette.starter.MayBlock;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/** The text of a legal page. */
@MayBlock("the thread that starts the service")
final class LegalText {

    private static final String FILE = "file:";
    private static final int MAX_BYTES = 200_000;

    private LegalText() {}

    /**
     * The text as HTML. Tags in it are shown as text, and a link leads nowhere when a browser would run it. The title of the
     * page is its only h1: a first heading that repeats it is dropped, and others of that level become h2.
     *
     * @throws IllegalArgumentException if there is no such file, or nothing to read, or too much, saying which setting is wrong
     */
    static String html(LegalPage page) {
        var extensions = List.of(TablesExtension.create(), AutolinkExtension.create());
        var parsed = Parser.builder().extensions(extensions).build().parse(markdown(page));
        if (parsed.getFirstChild() instanceof Heading first && isTitle(first, page)) {
            first.unlink();
        }
        parsed.accept(new HeadingLowering());
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
            throw wrong(page, "the file is empty");
        }
        return markdown;
    }

    private static String read(LegalPage page) {
        try {
            var file = Path.of(page.text().substring(FILE.length()));
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(page, "the file has more than " + MAX_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw wrong(page, "there is no such file");
        } catch (CharacterCodingException otherEncoding) {
            throw wrong(page, "the file is not in UTF-8");
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong(page, "the file cannot be read: " + unreadable.getMessage());
        }
    }

    /** Without a cause, because a failed start is described by its innermost cause. */
    private static IllegalArgumentException wrong(LegalPage page, String why) {
        var setting = page.path().substring(1);
        return new IllegalArgumentException("the setting vedette.legal." + setting + " (VEDETTE_LEGAL_"
                + setting.toUpperCase(Locale.ROOT) + ") is " + page.text() + ": " + why);
    }

    private static boolean isTitle(Heading heading, LegalPage page) {
        return heading.getLevel() == 1
                && heading.getFirstChild() instanceof Text text
                && text.getNext() == null
                && text.getLiteral().strip().equalsIgnoreCase(page.title());
    }

    private static final class HeadingLowering extends AbstractVisitor {

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.max(2, heading.getLevel()));
        }
    }
}
