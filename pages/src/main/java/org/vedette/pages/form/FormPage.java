package org.vedette.pages.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.Link;
import org.vedette.pages.PageLayout;

/**
 * A page whose purpose is a form.
 *
 * @param layout what is around it
 * @param title the heading
 * @param lede what the form is for
 * @param error what is wrong with the input as a whole; null for nothing
 * @param form the form
 * @param links other ways from here, below the form
 */
public record FormPage(
        PageLayout layout,
        String title,
        String lede,
        @Nullable String error,
        Form form,
        List<Link> links) {

    public FormPage {
        links = List.copyOf(links);
    }

    public static FormPage of(PageLayout layout, String title, String lede, Form form) {
        return new FormPage(layout, title, lede, null, form, List.of());
    }

    public FormPage withError(@Nullable String text) {
        return new FormPage(layout, title, lede, text, form, links);
    }

    public FormPage withLinks(List<Link> ways) {
        return new FormPage(layout, title, lede, error, form, ways);
    }
}
