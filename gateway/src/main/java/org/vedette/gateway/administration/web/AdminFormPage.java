package org.vedette.gateway.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;
import org.vedette.pages.form.Form;

/**
 * View of a form among the pages of admins, which have a layout of their own.
 *
 * @param title the heading
 * @param lede what the form is for
 * @param error what is wrong; null when nothing is
 * @param links other ways from here
 */
public record AdminFormPage(
        String title, String lede, @Nullable String error, Form form, List<Link> links) {

    public AdminFormPage {
        links = List.copyOf(links);
    }
}
