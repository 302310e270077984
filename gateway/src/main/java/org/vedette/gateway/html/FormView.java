package org.vedette.gateway.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;

/**
 * View of a page whose purpose is a form.
 *
 * @param title the heading
 * @param lede what the form is for
 * @param error what is wrong; null when nothing is
 * @param links other ways from here
 */
public record FormView(
        String title, String lede, @Nullable String error, org.vedette.pages.form.Form form, List<Link> links) {

    public FormView {
        links = List.copyOf(links);
    }
}
