package org.vedette.post.markup.render;

import org.vedette.post.markup.UnrenderableMarkdownException;

/** Accepts text up to a limit, because a small body can expand to huge HTML. */
final class BoundedAppendable implements Appendable {

    static final int MAX = 4 * 1024 * 1024;

    private final StringBuilder text = new StringBuilder();

    @Override
    public BoundedAppendable append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public BoundedAppendable append(CharSequence more, int start, int end) {
        if (text.length() + end - start > MAX) {
            throw new UnrenderableMarkdownException(
                    "becomes more than " + MAX + " characters of HTML: shorten it, or publish it in parts");
        }
        text.append(more, start, end);
        return this;
    }

    @Override
    public BoundedAppendable append(char more) {
        return append(String.valueOf(more));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
