package org.vedette.notification.testmails.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.notification.reports.web.AlertPaths;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.testmails.TestMailService;
import org.vedette.notification.web.Operators;
import reactor.core.publisher.Mono;

/** Mails an alert to one address, for editors. */
@RestController
class TestMailController {

    private final TestMailService mails;

    TestMailController(TestMailService mails) {
        this.mails = mails;
    }

    /**
     * Whom it goes to.
     *
     * @param to a mail address
     */
    record TestRequest(@NotBlank String to) {}

    /**
     * What came of it.
     *
     * @param left how many test mails the caller may have sent within the day
     */
    record Requested(long left) {}

    @PostMapping("/api/alerts/{alert}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Requested> send(@PathVariable String alert, @Valid @RequestBody TestRequest request) {
        var to = EmailAddress.parse(request.to())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.BAD_REQUEST, "to is a mail address, such as ada@example.org."));
        return Operators.name()
                .flatMap(by -> mails.send(AlertPaths.alert(alert), to, by))
                .map(Requested::new)
                .switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }
}
