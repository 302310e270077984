package org.vedette.notification.webhooks.web.studio;

import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The page that shows a secret once.
 *
 * @param title what people call the webhook
 * @param path of the page of the webhook
 * @param previous how long the secret before signs as well, in words; null for none
 */
public record SecretPage(
        ApplicationLayout layout,
        String title,
        String path,
        String secret,
        @Nullable String previous) {}
