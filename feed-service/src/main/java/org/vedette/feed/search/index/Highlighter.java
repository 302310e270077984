package org.vedette.feed.search.index;

import java.util.List;
import org.vedette.feed.search.TextPart;

/** Shows where in a post is what was sought. */
final class Highlighter {

    private final Marks marks;

    Highlighter(List<Sought> sought) {
        this.marks = new Marks(sought);
    }

    /** The whole title in parts. */
    List<TextPart> title(String title) {
        return new Fragment(title, 0, title.length()).parts(marks.in(title));
    }

    /** One or two pieces of the body where most of it is; the beginning when nothing is in it. */
    List<List<TextPart>> fragments(String text) {
        var found = marks.in(text);
        return Fragments.of(text, found).stream()
                .map(fragment -> fragment.parts(found))
                .toList();
    }
}
