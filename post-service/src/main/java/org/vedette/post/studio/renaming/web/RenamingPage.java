package org.vedette.post.studio.renaming.web;

import java.util.List;
import org.vedette.pages.ApplicationLayout;
import org.vedette.post.studio.renaming.web.RenamingsPage.RenamingRow;

/**
 * How far a renaming is.
 *
 * @param isOpen whether the page changes by itself
 * @param percent how many of the posts that were found are done
 * @param back where the renaming was begun
 */
public record RenamingPage(
        ApplicationLayout layout,
        RenamingRow row,
        boolean isOpen,
        int percent,
        int changed,
        List<RefusedRow> refused,
        String back) {

    public RenamingPage {
        refused = List.copyOf(refused);
    }

    /** A post that was not changed, and why. */
    public record RefusedRow(String path, String title, String reason) {}
}
