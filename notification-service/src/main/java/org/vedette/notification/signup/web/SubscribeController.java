package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.SubscriptionService;
import org.vedette.notification.web.PageRenderer;
import org.vedette.pages.SitePaths;
import org.vedette.pages.form.Field;
import org.vedette.pages.form.FieldType;
import org.vedette.pages.form.Form;
import org.vedette.pages.form.FormPage;
import reactor.core.publisher.Mono;

/** Handles the form to subscribe. */
@RestController
@RequestMapping("/subscribe")
class SubscribeController {

    private static final String FIELD = "address";
    private static final String INVALID_ADDRESS = "This is not a mail address. One looks like ada@example.org.";
    private static final String FINE_PRINT =
            "We send you a link first, to make sure that the address is yours. Every mail has a link to unsubscribe; the page"
                    + " behind it asks you to confirm.";

    private final SubscriptionService subscriptions;
    private final PageRenderer pages;
    private final MeterRegistry meters;

    SubscribeController(SubscriptionService subscriptions, PageRenderer pages, MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    ResponseEntity<byte[]> form() {
        return form(HttpStatus.OK, "", null);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> subscribe(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst(FIELD), ""))
                .flatMap(input -> EmailAddress.parse(input)
                        .map(this::subscribe)
                        .orElseGet(() -> Mono.just(invalidAddress(input))));
    }

    private Mono<ResponseEntity<byte[]>> subscribe(EmailAddress address) {
        meters.counter("vedette.notification.subscriptions", "step", "requested")
                .increment();
        return subscriptions.subscribe(address).then(Mono.fromSupplier(this::checkYourMail));
    }

    /** The same whether or not the address is known, so that nobody can find out who subscribes. */
    private ResponseEntity<byte[]> checkYourMail() {
        return pages.notice(
                HttpStatus.OK,
                "Check your mail",
                "If this address is not subscribed yet, a mail with a link is on its way to it. Follow the link to"
                        + " confirm that the address is yours.");
    }

    private ResponseEntity<byte[]> invalidAddress(String input) {
        return form(HttpStatus.UNPROCESSABLE_CONTENT, input, INVALID_ADDRESS);
    }

    private ResponseEntity<byte[]> form(HttpStatus status, String input, @Nullable String error) {
        var address = Field.required(FIELD, FieldType.EMAIL, "Mail address")
                .withAutocomplete("email")
                .withMaxLength(EmailAddress.MAX_LENGTH)
                .withValue(input)
                .withError(error);
        var form = Form.of(SitePaths.SUBSCRIBE, List.of(address), "Subscribe").withFinePrint(FINE_PRINT);
        return pages.form(
                status,
                FormPage.of(
                        pages.layout("Subscribe").withMenuPath(SitePaths.SUBSCRIBE),
                        "Subscribe",
                        "A mail for every new post, as soon as it is out.",
                        form));
    }
}
