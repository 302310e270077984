package org.vedette.notification.webhooks.web.studio;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.form.Form;

/**
 * The form of a webhook.
 *
 * @param title the heading
 * @param back path of the page before
 * @param error what is wrong as a whole; null for nothing
 */
public record WebhookFormPage(
        ApplicationLayout layout,
        String title,
        String back,
        @Nullable String error,
        Form form) {}
