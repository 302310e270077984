package org.vedette.post.markup.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.vedette.starter.ThreadConfined;

/**
 * Gives every heading the id that GitHub gives it, with a prefix so that it cannot clash with an id of the page around
 * the post, and leads links such as {@code [see](#night-shift)} there. Footnotes get numbers for labels, because the ids
 * of the label {@code 1-2} and of the second reference to {@code 1} would be the same.
 */
@ThreadConfined("the thread that renders a body")
final class FragmentIds extends AbstractVisitor {

    static final String PREFIX = "section-";

    private static final int MAX_LENGTH = 150;
    private static final String NO_WORDS = "section";

    private final Map<Heading, String> ids = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> repeated = new HashMap<>();
    private final Map<String, String> footnotes = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Node> notes = new ArrayList<>();

    private FragmentIds() {}

    /** Numbers the footnotes of a document, rewrites its links, and returns the ids of its headings. */
    static Map<Heading, String> assign(Node document) {
        var assigned = new FragmentIds();
        document.accept(assigned);
        assigned.links.forEach(assigned::rewrite);
        assigned.notes.forEach(assigned::number);
        return assigned.ids;
    }

    @Override
    public void visit(Heading heading) {
        ids.put(heading, PREFIX + unique(slug(NodeText.of(heading))));
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        links.add(link);
        visitChildren(link);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof FootnoteDefinition) {
            notes.add(block);
        }
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FootnoteReference) {
            notes.add(node);
        }
        visitChildren(node);
    }

    private String unique(String slug) {
        var candidate = slug;
        while (!taken.add(candidate)) {
            candidate = slug + "-" + repeated.merge(slug, 1, Integer::sum);
        }
        return candidate;
    }

    private void rewrite(Link link) {
        var address = link.getDestination();
        if (address.startsWith("#")) {
            var slug = decoded(address.substring(1)).toLowerCase(Locale.ROOT);
            if (taken.contains(slug)) {
                link.setDestination("#" + PREFIX + slug);
            }
        }
    }

    private void number(Node note) {
        if (note instanceof FootnoteReference reference) {
            var numbered = new FootnoteReference(numberOf(reference.getLabel()));
            numbered.setSourceSpans(reference.getSourceSpans());
            reference.insertBefore(numbered);
            reference.unlink();
        } else if (note instanceof FootnoteDefinition definition) {
            var numbered = new FootnoteDefinition(numberOf(definition.getLabel()));
            numbered.setSourceSpans(definition.getSourceSpans());
            while (definition.getFirstChild() != null) {
                numbered.appendChild(definition.getFirstChild());
            }
            definition.insertBefore(numbered);
            definition.unlink();
        }
    }

    /** Labels match as those of links do: whatever their case and the length of their blanks. */
    private String numberOf(String label) {
        var key = label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
        return footnotes.computeIfAbsent(key, absent -> String.valueOf(footnotes.size() + 1));
    }

    private static String slug(String heading) {
        var slug = heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]", "")
                .replace(' ', '-');
        if (slug.isEmpty()) {
            return NO_WORDS;
        }
        return slug.length() <= MAX_LENGTH ? slug : slug.substring(0, slug.offsetByCodePoints(0, codePoints(slug)));
    }

    private static int codePoints(String slug) {
        return slug.codePointCount(0, MAX_LENGTH - 1);
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return fragment;
        }
    }
}
