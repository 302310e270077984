package org.vedette.notification.studio.web;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.alerts.AlertId;
import org.vedette.notification.changes.OvertakenException;
import org.vedette.notification.controls.ControlRefusedException;
import org.vedette.notification.delivery.control.AlertControlService;
import org.vedette.notification.reports.NumbersService;
import org.vedette.notification.reports.web.AlertPaths;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.testmails.TestMailService;
import org.vedette.notification.testmails.TooManyTestMailsException;
import org.vedette.notification.web.Operators;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** The page of one alert or digest in the studio, with what operators can do. */
@RestController
@RequestMapping(StudioMenu.ALERTS + "/{id}")
class AlertPageController {

    private static final Map<String, String> DONE = Map.of(
            AlertActions.PAUSE,
            "It is paused. What was in flight has arrived or will.",
            AlertActions.RESUME,
            "It goes on.",
            AlertActions.CANCEL,
            "It is cancelled.",
            AlertActions.APPROVE,
            "It is approved, and goes out.",
            AlertActions.RESEND,
            "What failed is sent again.",
            "test",
            "A test mail is on its way.");

    private final AlertControlService control;
    private final TestMailService tests;
    private final NumbersService numbers;
    private final AlertPages pages;

    AlertPageController(AlertControlService control, TestMailService tests, NumbersService numbers, AlertPages pages) {
        this.control = control;
        this.tests = tests;
        this.numbers = numbers;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, ServerWebExchange exchange) {
        return page(HttpStatus.OK, id(id), DONE.get(done), null, exchange);
    }

    @PostMapping("/control")
    Mono<ResponseEntity<byte[]>> control(@PathVariable String id, ServerWebExchange exchange) {
        var alert = id(id);
        return exchange.getFormData()
                .zipWith(Operators.name())
                .flatMap(sent -> act(alert, sent.getT1(), sent.getT2()))
                .switchIfEmpty(Mono.error(AlertPageController::unknown))
                .map(action -> redirect(alert, action))
                .onErrorResume(
                        refused -> refused instanceof ControlRefusedException || refused instanceof OvertakenException,
                        refused -> page(HttpStatus.CONFLICT, alert, null, refused.getMessage(), exchange));
    }

    @PostMapping("/test")
    Mono<ResponseEntity<byte[]>> test(@PathVariable String id, ServerWebExchange exchange) {
        var alert = id(id);
        return exchange.getFormData()
                .map(form -> EmailAddress.parse(Objects.requireNonNullElse(form.getFirst("to"), "")))
                .zipWith(Operators.name())
                .flatMap(sent -> sent.getT1().isEmpty()
                        ? page(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                alert,
                                null,
                                "Enter a mail address, such as ada@example.org.",
                                exchange)
                        : tests.send(alert, sent.getT1().get(), sent.getT2())
                                .map(left -> redirect(alert, "test"))
                                .switchIfEmpty(Mono.error(AlertPageController::unknown)))
                .onErrorResume(
                        refused -> refused instanceof ControlRefusedException
                                || refused instanceof TooManyTestMailsException,
                        refused -> page(HttpStatus.CONFLICT, alert, null, refused.getMessage(), exchange));
    }

    /** Emits the action that was taken; empty when there is no such alert. */
    private Mono<String> act(AlertId alert, MultiValueMap<String, String> form, String by) {
        var action = Objects.requireNonNullElse(form.getFirst("action"), "");
        return switch (action) {
            case AlertActions.PAUSE -> control.pause(alert, by).map(done -> action);
            case AlertActions.RESUME -> control.resume(alert, by).map(done -> action);
            case AlertActions.APPROVE -> control.approve(alert, by).map(done -> action);
            case AlertActions.RESEND -> control.resend(alert, by).map(done -> action);
            case AlertActions.CANCEL -> control.cancel(alert, by).map(done -> action);
            default ->
                Mono.error(new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "Choose one of the buttons of the page."));
        };
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status,
            AlertId alert,
            @Nullable String notice,
            @Nullable String refusal,
            ServerWebExchange exchange) {
        return numbers.of(alert)
                .switchIfEmpty(Mono.error(AlertPageController::unknown))
                .flatMap(found -> pages.page(status, found, notice, refusal, exchange));
    }

    private static AlertId id(String text) {
        return text.startsWith("digest-") ? AlertPaths.digest(text) : AlertPaths.alert(text);
    }

    private static ResponseEntity<byte[]> redirect(AlertId alert, String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(StudioMenu.ALERTS + "/" + alert + "?done=" + done))
                .build();
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such alert, or not any more.");
    }
}
