package org.vedette.notification.webhooks.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries, newest first.
 *
 * @param next value of {@code before} for the next page; null for none
 */
record DeliveryPage(List<DeliveryView> deliveries, @Nullable String next) {

    DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
