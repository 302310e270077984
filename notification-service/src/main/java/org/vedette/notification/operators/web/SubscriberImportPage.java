package org.vedette.notification.operators.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The form to import subscribers.
 *
 * @param error why the file could not be read; null for nothing
 * @param result what came of an import; null before one
 * @param refusals the rows that could not be imported, the first of them
 */
public record SubscriberImportPage(
        ApplicationLayout layout,
        @Nullable String error,
        @Nullable String result,
        List<String> refusals) {

    public SubscriberImportPage {
        refusals = List.copyOf(refusals);
    }
}
