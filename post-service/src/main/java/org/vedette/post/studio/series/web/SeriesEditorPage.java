package org.vedette.post.studio.series.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Option;

/**
 * The page of a series.
 *
 * @param action where its form is sent
 * @param error what is wrong as a whole; null for nothing
 * @param errors what is wrong with fields, by their names
 * @param formerTitles such as Weekly Report, until June 30, 2016
 */
public record SeriesEditorPage(
        ApplicationLayout layout,
        String action,
        boolean isNew,
        SeriesForm form,
        @Nullable String error,
        Map<String, String> errors,
        List<Option> cadences,
        List<String> formerTitles) {

    public SeriesEditorPage {
        errors = Map.copyOf(errors);
        cadences = List.copyOf(cadences);
        formerTitles = List.copyOf(formerTitles);
    }

    /** The value of {@code aria-invalid} of a field; null for a valid one. */
    public @Nullable String invalid(String field) {
        return errors.containsKey(field) ? "true" : null;
    }

    /** What is wrong with a field; null for nothing. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
