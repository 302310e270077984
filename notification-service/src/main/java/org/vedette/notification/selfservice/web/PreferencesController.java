package org.vedette.notification.selfservice.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.selfservice.PreferenceService;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.Subscriber;
import reactor.core.publisher.Mono;

/** Handles the link in every mail on which subscribers choose what they get. Only POST changes anything. */
@RestController
@RequestMapping("/subscriptions/preferences")
class PreferencesController {

    private final PreferenceService preferences;
    private final SelfServicePages pages;

    PreferencesController(PreferenceService preferences, SelfServicePages pages) {
        this.preferences = preferences;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(@RequestParam(defaultValue = "") String token) {
        return preferences
                .subscriber(token)
                .flatMap(known -> page(known, token, false))
                .switchIfEmpty(Mono.fromSupplier(pages::invalidLink));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> choose(@RequestParam(defaultValue = "") String token, ServerWebExchange exchange) {
        return exchange.getFormData().map(PreferencesForm::of).flatMap(form -> choose(token, form));
    }

    private Mono<ResponseEntity<byte[]>> choose(String token, PreferencesForm form) {
        return Mono.fromSupplier(form::choice)
                .flatMap(choice -> preferences.choose(token, choice))
                .flatMap(known -> page(known, token, true))
                .onErrorResume(InvalidChoiceException.class, invalid -> shownAgain(token, form, invalid))
                .switchIfEmpty(Mono.fromSupplier(pages::invalidLink));
    }

    private Mono<ResponseEntity<byte[]>> shownAgain(
            String token, PreferencesForm form, InvalidChoiceException invalid) {
        return preferences
                .subscriber(token)
                .flatMap(known -> known instanceof Active active
                        ? pages.form(active, token, form, false, invalid.getMessage())
                        : Mono.just(pages.nothingToChoose(known)));
    }

    private Mono<ResponseEntity<byte[]>> page(Subscriber known, String token, boolean saved) {
        return known instanceof Active active
                ? pages.form(active, token, PreferencesForm.of(active.preferences()), saved, null)
                : Mono.just(pages.nothingToChoose(known));
    }
}
