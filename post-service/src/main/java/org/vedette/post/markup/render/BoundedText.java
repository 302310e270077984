package org.vedette.post.markup.render;

import org.vedette.post.markup.Unrenderable;

/** Takes text up to a limit: a small body can be written so that its HTML is huge. */
final class BoundedText implements Appendable {

    static final int MAX = 4 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();

    @Override
    public BoundedText append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public BoundedText append(CharSequence more, int start, int end) {
        if (text.length() + end - start > MAX) {
            throw new Unrenderable(
                    "becomes more than " + MAX + " characters of HTML: shorten it, or publish it in parts");
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public BoundedText append(char more) {
        return append(String.valueOf(more));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
