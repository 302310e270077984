package org.vedette.notification.subscribers.web;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.subscribers.ConfirmationService;
import org.vedette.notification.subscribers.ConfirmationService.Outcome;
import org.vedette.notification.web.MessageView.Link;
import org.vedette.notification.web.Pages;
import reactor.core.publisher.Mono;

/** Where the link in a confirmation mail leads. Only the POST changes anything: mail scanners follow links. */
@RestController
@RequestMapping("/subscriptions/confirm")
class ConfirmationController {

    private static final Link FRONT_PAGE = new Link("/", "Read the latest posts");
    private static final Link AGAIN = new Link("/subscribe", "Subscribe again");

    private final ConfirmationService confirmations;
    private final Pages pages;
    private final MeterRegistry meters;

    ConfirmationController(ConfirmationService confirmations, Pages pages, MeterRegistry meters) {
        this.confirmations = confirmations;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> ask(@RequestParam(defaultValue = "") String token) {
        return confirmations.lookAt(token).map(this::page);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> confirm(@RequestParam(defaultValue = "") String token) {
        return confirmations.confirm(token).doOnNext(this::count).map(this::page);
    }

    private void count(Outcome outcome) {
        if (outcome == Outcome.DONE) {
            meters.counter("vedette.notification.subscriptions", "step", "confirmed")
                    .increment();
        }
    }

    private ResponseEntity<byte[]> page(Outcome outcome) {
        var site = pages.site();
        return switch (outcome) {
            case OPEN ->
                pages.page(
                        HttpStatus.OK,
                        "ask.jte",
                        new AskView(
                                site,
                                "One last step",
                                "From now on, " + site.title() + " will tell you about every new post.",
                                "Confirm my subscription"));
            case DONE ->
                pages.message(
                        HttpStatus.OK,
                        "You are subscribed",
                        "The next post will be in your inbox as soon as it is out. Every mail has a link to leave.",
                        FRONT_PAGE);
            case ALREADY_ACTIVE ->
                pages.message(
                        HttpStatus.GONE,
                        "You are subscribed already",
                        "This link has done its work: your subscription is confirmed, and there is nothing left to do.",
                        FRONT_PAGE);
            case USED ->
                pages.message(
                        HttpStatus.GONE,
                        "This link has been used",
                        "The subscription it confirmed has ended since. You can subscribe again at any time.",
                        AGAIN);
            case EXPIRED ->
                pages.message(
                        HttpStatus.GONE,
                        "This link is too old",
                        "Confirmation links work for a limited time only. Subscribe again, and a new one is sent.",
                        AGAIN);
            case UNKNOWN ->
                pages.message(
                        HttpStatus.NOT_FOUND,
                        "This is not a link of ours",
                        "Part of it may be missing. Try to copy the whole link from the mail, or subscribe again.",
                        AGAIN);
        };
    }
}
