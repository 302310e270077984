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
import org.vedette.post.markup.BodyParts;
import org.vedette.post.markup.BodyParts.BodyLink;
import org.vedette.post.markup.BodyReader;
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
    private static final Pattern LEADS_SOMEWHERE = Pattern.compile("(?i)(https?:|mailto:|#|/).*");
    private static final int MAX_QUOTED = 200;

    private final MarkdownRenderer renderer;
    private final BodyReader bodies;

    public Preflight(MarkdownRenderer renderer, BodyReader bodies) {
        this.renderer = renderer;
        this.bodies = bodies;
    }

    /**
     * What was found, in the order of the editor; at most 50.
     *
     * @param library the pictures of the post that the library has
     */
    public List<Finding> check(PostContent content, Set<MediaId> library) {
        var findings = new ArrayList<Finding>();
        checkFields(content, findings);
        checkSharingImage(content, library, findings);
        findings.addAll(ofBody(content.body().markdown(), library));
        checkSize(content, findings);
        return findings.stream().limit(MAX_FINDINGS).toList();
    }

    private static void checkSharingImage(PostContent content, Set<MediaId> library, List<Finding> findings) {
        var address = content.metadata().imageAddress().orElse("");
        if (!library.containsAll(MediaAddress.idsIn(address))) {
            findings.add(Finding.in(
                    "sharingImage",
                    "The picture shown with links is not in the library any more: choose another one, or none."));
        }
    }

    /** What is in code is neither a link nor forgotten. */
    private List<Finding> ofBody(String markdown, Set<MediaId> library) {
        var findings = new ArrayList<Finding>();
        try {
            var parts = bodies.read(markdown);
            checkImages(parts, library, findings);
            checkReminders(parts, findings);
            checkLinks(parts, LinkedHosts.defangedIn(markdown), findings);
        } catch (UnrenderableMarkdownException tooComplex) {
            log.debug("The body is not checked: {}", tooComplex.getMessage());
        }
        return findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Finding::line))
                .toList();
    }

    private static void checkImages(BodyParts parts, Set<MediaId> library, List<Finding> findings) {
        for (var image : parts.images()) {
            if (image.alternative().isEmpty()) {
                findings.add(Finding.at(image.line(), "An image has no alternative text: say what it shows."));
            }
            if (!library.containsAll(MediaAddress.idsIn(image.address()))) {
                findings.add(Finding.at(
                        image.line(), "The picture is not in the library any more: readers see none. Add it again."));
            }
        }
    }

    private static void checkReminders(BodyParts parts, List<Finding> findings) {
        for (var text : parts.texts()) {
            REMINDER.matcher(text.text())
                    .results()
                    .map(found -> Finding.at(text.line(), "“" + found.group() + "” is still there."))
                    .forEach(findings::add);
        }
    }

    private static void checkLinks(BodyParts parts, LinkedHosts hosts, List<Finding> findings) {
        for (var link : parts.links()) {
            if (!LEADS_SOMEWHERE.matcher(link.address()).matches()) {
                findings.add(Finding.at(link.line(), leadsNowhere(link)));
            }
            for (var message : hosts.complaints(link.address())) {
                findings.add(Finding.at(link.line(), message));
            }
        }
    }

    private static String leadsNowhere(BodyLink link) {
        var address = link.address();
        return address.isEmpty()
                ? "A link has no address: it leads nowhere."
                : "The link to “" + (address.length() > MAX_QUOTED ? address.substring(0, MAX_QUOTED) + "…" : address)
                        + "” leads nowhere: begin it with https:// or, on this site, with a slash.";
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
