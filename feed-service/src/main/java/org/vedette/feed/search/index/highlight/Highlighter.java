package org.vedette.feed.search.index.highlight;

import java.util.List;
import org.vedette.feed.search.TextPart;
import org.vedette.feed.search.index.sought.Sought;

/** Shows where in a post is what was sought. */
public final class Highlighter {

    private final Marks marks;

    public Highlighter(List<Sought> sought) {
        this.marks = new Marks(sought);
    }

    /** The whole title in parts. */
    public List<TextPart> title(String title) {
        return new Fragment(title, 0, title.length()).parts(marks.in(title));
    }

    /** One or two pieces of the body where most of it is; the beginning when nothing is in it. */
    public List<List<TextPart>> fragments(String text) {
        var found = marks.in(text);
        return Fragments.of(text, found).stream()
                .map(fragment -> fragment.parts(found))
                .toList();
    }
}
