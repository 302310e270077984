package org.vedette.post.studio.renaming.web;

import java.util.List;
import org.vedette.pages.ApplicationLayout;

/** The renamings begun last. */
public record RenamingsPage(ApplicationLayout layout, List<RenamingRow> renamings) {

    public RenamingsPage {
        renamings = List.copyOf(renamings);
    }

    /**
     * A renaming.
     *
     * @param what such as Tag loader becomes loaders
     * @param facts who asked for it when, and how far it is
     */
    public record RenamingRow(String path, String what, String state, String style, String facts) {}
}
