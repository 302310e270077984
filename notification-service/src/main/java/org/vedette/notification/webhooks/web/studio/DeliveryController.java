package org.vedette.notification.webhooks.web.studio;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.web.StudioPages;
import org.vedette.notification.webhooks.administration.DeliveryAdministration;
import org.vedette.notification.webhooks.delivery.Attempt;
import org.vedette.notification.webhooks.delivery.WebhookDelivery;
import reactor.core.publisher.Mono;

/** The page of a delivery with its attempts. */
@RestController
@RequestMapping(WebhookPages.DELIVERIES + "{delivery}")
class DeliveryController {

    private final DeliveryAdministration deliveries;
    private final WebhookPages pages;

    DeliveryController(DeliveryAdministration deliveries, WebhookPages pages) {
        this.deliveries = deliveries;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> one(@PathVariable String delivery, ServerWebExchange exchange) {
        return deliveries
                .find(delivery)
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .flatMap(found -> deliveries.attempts(found.id()).flatMap(attempts -> page(found, attempts, exchange)));
    }

    private Mono<ResponseEntity<byte[]>> page(
            WebhookDelivery delivery, List<Attempt> attempts, ServerWebExchange exchange) {
        return pages.layout("Delivery", exchange)
                .zipWith(StudioPages.isAdmin())
                .map(known -> new DeliveryPage(
                        known.getT1(),
                        delivery.title(),
                        WebhookPages.path(delivery.webhook()),
                        pages.words().facts(delivery),
                        known.getT2() ? WebhookPages.replayPath(delivery) : null,
                        attempts.stream().map(this::row).toList()))
                .map(page -> pages.ok("delivery", page));
    }

    private DeliveryPage.Row row(Attempt attempt) {
        return new DeliveryPage.Row(
                pages.words().moment(attempt.at()),
                WebhookWords.outcome(attempt.outcome()),
                Objects.toString(attempt.status(), ""),
                String.format(Locale.US, "%,d ms", attempt.duration().toMillis()),
                attempt.answer());
    }

    @PostMapping("/replay")
    Mono<ResponseEntity<byte[]>> replay(@PathVariable String delivery) {
        return deliveries
                .find(delivery)
                .switchIfEmpty(Mono.error(WebhookPages::unknown))
                .delayUntil(found -> deliveries.replay(found.id()))
                .map(found -> StudioPages.redirect(WebhookPages.DELIVERIES + found.id()));
    }
}
