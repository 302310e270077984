package org.vedette.notification.signup.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.signup.ClientNetwork;
import org.vedette.notification.signup.SignUpLimits;
import org.vedette.notification.signup.SignUpService;
import org.vedette.notification.signup.SignUpService.Outcome;
import org.vedette.notification.signup.SignUpService.SentForm;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.web.ClientNetworks;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.SteadyAnswer;
import org.vedette.pages.HiddenField;
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

    /** To be changed with every change of what the form promises: it is kept with each consent. */
    private static final String VERSION = "2026-11-30";

    private static final String ADDRESS = "address";
    private static final String TRAP = "website";
    private static final String TOKEN = "form";

    private static final String INVALID_ADDRESS = "This is not a mail address. One looks like ada@example.org.";
    private static final String TOO_FAST = "That was faster than people are. Please press the button once more.";
    private static final String LEDE =
            "A mail for every new post, as soon as it is out, or a digest: you choose when you have confirmed.";
    private static final String FINE_PRINT =
            "We send you a link first, to make sure that the address is yours. Every mail has a link to unsubscribe; the page"
                    + " behind it asks you to confirm.";

    private final SignUpService signUps;
    private final SteadyAnswer answers;
    private final PageRenderer pages;
    private final MeterRegistry meters;

    SubscribeController(SignUpService signUps, SteadyAnswer answers, PageRenderer pages, MeterRegistry meters) {
        this.signUps = signUps;
        this.answers = answers;
        this.pages = pages;
        this.meters = meters;
    }

    @GetMapping
    ResponseEntity<byte[]> form() {
        return form(HttpStatus.OK, "", null, signUps.formToken());
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> subscribe(ServerWebExchange exchange) {
        var client = ClientNetworks.of(exchange.getRequest());
        return exchange.getFormData()
                .flatMap(form -> EmailAddress.parse(field(form, ADDRESS))
                        .map(address -> subscribe(sent(form, address, client)))
                        .orElseGet(() -> Mono.just(invalidAddress(form))));
    }

    private Mono<ResponseEntity<byte[]>> subscribe(SentForm sent) {
        return answers.steady(signUps.signUp(sent)).doOnNext(this::count).map(outcome -> answer(outcome, sent));
    }

    private SentForm sent(MultiValueMap<String, String> form, EmailAddress address, ClientNetwork client) {
        var wording = LEDE + " " + FINE_PRINT;
        return new SentForm(address, client, field(form, TRAP), form.getFirst(TOKEN), wording, VERSION);
    }

    private void count(Outcome outcome) {
        var step = outcome instanceof Outcome.Taken ? "requested" : "refused";
        meters.counter("vedette.notification.subscriptions", "step", step).increment();
    }

    private ResponseEntity<byte[]> answer(Outcome outcome, SentForm sent) {
        if (outcome instanceof Outcome.TooFast) {
            var token = Objects.requireNonNullElse(sent.token(), "");
            return form(HttpStatus.UNPROCESSABLE_CONTENT, sent.address().value(), TOO_FAST, token);
        }
        return outcome instanceof Outcome.Limited limited ? tooMany(limited.refusal()) : checkYourMail();
    }

    /** The same whether or not the address is known, so that nobody can find out who subscribes. */
    private ResponseEntity<byte[]> checkYourMail() {
        return pages.notice(
                HttpStatus.OK,
                "Check your mail",
                "If this address is not subscribed yet, a mail with a link is on its way to it. Follow the link to"
                        + " confirm that the address is yours.");
    }

    private ResponseEntity<byte[]> tooMany(SignUpLimits.Refusal refusal) {
        var seconds = refusal.retryAfter().plus(Duration.ofMillis(999)).toSeconds();
        var from = switch (refusal.subject()) {
            case CLIENT -> "from your address";
            case NETWORK -> "from your network";
            case DOMAIN -> "at this mail domain";
            case MAILBOX, TOTAL -> "in total";
        };
        var page = pages.notice(
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many subscriptions",
                "There were too many subscriptions %s for the moment. Nothing was stored. Please try again in %s."
                        .formatted(from, inWords(seconds)));
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(page.getBody());
    }

    private static String inWords(long seconds) {
        var minutes = (seconds + 59) / 60;
        return minutes <= 1 ? "a minute" : minutes + " minutes";
    }

    private ResponseEntity<byte[]> invalidAddress(MultiValueMap<String, String> form) {
        var token = Objects.requireNonNullElseGet(form.getFirst(TOKEN), signUps::formToken);
        return form(HttpStatus.UNPROCESSABLE_CONTENT, field(form, ADDRESS), INVALID_ADDRESS, token);
    }

    private ResponseEntity<byte[]> form(HttpStatus status, String input, @Nullable String error, String token) {
        var address = Field.required(ADDRESS, FieldType.EMAIL, "Mail address")
                .withAutocomplete("email")
                .withMaxLength(EmailAddress.MAX_LENGTH)
                .withValue(input)
                .withError(error);
        var form = Form.of(SitePaths.SUBSCRIBE, List.of(address, Field.trap(TRAP)), "Subscribe")
                .withHiddenFields(List.of(new HiddenField(TOKEN, token)))
                .withFinePrint(FINE_PRINT);
        var layout = pages.layout("Subscribe").withMenuPath(SitePaths.SUBSCRIBE);
        return pages.form(status, FormPage.of(layout, "Subscribe", LEDE, form));
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
