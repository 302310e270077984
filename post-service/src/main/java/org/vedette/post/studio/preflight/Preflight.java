package org.vedette.post.studio.preflight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.content.PostContent;
import org.vedette.post.markup.ImageFinder;
import org.vedette.post.markup.MarkdownRenderer;
import org.vedette.post.markup.UnrenderableMarkdownException;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaId;

/** Checks a post before it is published. */
public final class Preflight {

    private static final Logger log = LoggerFactory.getLogger(Preflight.class);
    private static final int LONG_TITLE = 90;
    private static final int LARGE_MAIL = 100 * 1024;
    private static final int MAX_FINDINGS = 50;
    private static final Pattern LABEL = Pattern.compile("\\bTLP:(RED|AMBER\\+STRICT|AMBER|GREEN)(?![A-Z+])");
    private static final Pattern REMINDER = Pattern.compile("\\b(TODO|FIXME|TKTK|TK)\\b");
    private static final Pattern RELATIVE_LINK = Pattern.compile("]\\((?!https?:|mailto:|#|/|<)([^)\\s]{1,200})");

    private final MarkdownRenderer renderer;
    private final ImageFinder images;

    public Preflight(MarkdownRenderer renderer, ImageFinder images) {
        this.renderer = renderer;
        this.images = images;
    }

    /**
     * What was found, in the order of the editor; at most 50.
     *
     * @param library the pictures of the body that the library has
     */
    public List<Finding> check(PostContent content, Set<MediaId> library) {
        var findings = new ArrayList<Finding>();
        checkFields(content, findings);
        findings.addAll(ofBody(content.body().markdown(), library));
        checkSize(content, findings);
        return findings.stream().limit(MAX_FINDINGS).toList();
    }

    private List<Finding> ofBody(String markdown, Set<MediaId> library) {
        var findings = new ArrayList<Finding>();
        checkImages(markdown, library, findings);
        checkLines(markdown, findings);
        findings.sort(Comparator.comparingInt(Finding::line));
        return findings;
    }

    private void checkImages(String markdown, Set<MediaId> library, List<Finding> findings) {
        try {
            for (var image : images.imagesIn(markdown)) {
                if (image.alternative().isEmpty()) {
                    findings.add(Finding.at(image.line(), "An image has no alternative text: say what it shows."));
                }
                if (!library.containsAll(MediaAddress.idsIn(image.address()))) {
                    findings.add(Finding.at(
                            image.line(),
                            "The picture is not in the library any more: readers see none. Add it again."));
                }
            }
        } catch (UnrenderableMarkdownException tooComplex) {
            log.debug("Images are not checked: {}", tooComplex.getMessage());
        }
    }

    private static void checkFields(PostContent content, List<Finding> findings) {
        var title = content.title().value();
        if (title.codePointCount(0, title.length()) > LONG_TITLE) {
            findings.add(Finding.in(
                    "title",
                    "The title has more than " + LONG_TITLE + " characters: search engines and mail programs cut it."));
        }
        if (content.bylines().isEmpty()) {
            findings.add(Finding.in("bylines", "There is no byline: name at least one author."));
        }
        if (content.series() != null && content.period() == null) {
            findings.add(Finding.in("period", "The issue does not say which dates it covers."));
        }
        if (content.isEmpty()) {
            findings.add(Finding.in("body", "There is no text."));
        }
        var label = LABEL.matcher(content.body().markdown());
        if (label.find() && !label.group(1).equals(content.tlp().label())) {
            findings.add(Finding.in(
                    "tlp",
                    "The text mentions " + label.group() + ", and the post is labelled TLP:"
                            + content.tlp().label() + ": is that the label that it needs?"));
        }
    }

    private static void checkLines(String markdown, List<Finding> findings) {
        var hosts = LinkedHosts.defangedIn(markdown);
        var number = 0;
        for (var line : markdown.lines().toList()) {
            number++;
            var reminder = REMINDER.matcher(line);
            if (reminder.find()) {
                findings.add(Finding.at(number, "“" + reminder.group() + "” is still there."));
            }
            var relative = RELATIVE_LINK.matcher(line);
            if (relative.find()) {
                findings.add(Finding.at(
                        number,
                        "The link to “" + relative.group(1)
                                + "” leads nowhere: begin it with https:// or, on this site, with a slash."));
            }
            for (var message : hosts.complaints(line)) {
                findings.add(Finding.at(number, message));
            }
        }
    }

    private void checkSize(PostContent content, List<Finding> findings) {
        try {
            var size = renderer.render(content.body().markdown()).html().getBytes(StandardCharsets.UTF_8).length;
            if (size > LARGE_MAIL) {
                findings.add(Finding.in(
                        "body",
                        "The text has " + size / 1024 + " KB as HTML: feed readers and mail programs cut what is longer"
                                + " than 100 KB."));
            }
        } catch (UnrenderableMarkdownException tooComplex) {
            findings.add(Finding.in("body", "The text cannot be published: it " + tooComplex.getMessage() + "."));
        }
    }
}
