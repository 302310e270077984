package org.vedette.post.markup.render;

import org.vedette.post.markup.BodyReader;

/** The Markdown of the service, for tests of what depends on it. */
public final class Markup {

    private Markup() {}

    public static BodyReader bodies() {
        return new CommonMarkRenderer();
    }
}
