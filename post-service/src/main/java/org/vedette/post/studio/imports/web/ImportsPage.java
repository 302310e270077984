package org.vedette.post.studio.imports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The imports begun last, and a form for one more.
 *
 * @param error why none was begun; null for nothing
 */
public record ImportsPage(
        ApplicationLayout layout, @Nullable String error, List<ImportRow> imports) {

    public ImportsPage {
        imports = List.copyOf(imports);
    }

    /** An import in the list. */
    public record ImportRow(String path, String name, String state, String style, String facts) {}
}
