package org.vedette.notification.operators.web;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.journal.Change;
import org.vedette.notification.journal.Growth;
import org.vedette.notification.journal.Week;
import org.vedette.notification.operators.SubscriberAdministration;
import org.vedette.notification.operators.SubscriberDirectory;
import org.vedette.notification.operators.SubscriberState;
import org.vedette.notification.selfservice.DeliveryHistory;
import org.vedette.notification.subscribers.Active;
import org.vedette.notification.subscribers.EmailAddress;
import org.vedette.notification.subscribers.Pending;
import org.vedette.notification.subscribers.Subscriber;
import org.vedette.notification.subscribers.SubscriberId;
import org.vedette.notification.subscribers.Suppressed;
import org.vedette.notification.web.Operators;
import org.vedette.pages.form.Option;
import reactor.core.publisher.Mono;

/** The pages of subscribers for operators: the list, and one subscriber. */
@RestController
@RequestMapping(OperatorPages.SUBSCRIBERS)
class SubscribersController {

    private static final int LIMIT = 50;
    private static final int WEEKS = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private final SubscriberDirectory directory;
    private final SubscriberAdministration administration;
    private final OperatorPages pages;
    private final Growth growth;

    SubscribersController(
            SubscriberDirectory directory,
            SubscriberAdministration administration,
            OperatorPages pages,
            Growth growth) {
        this.directory = directory;
        this.administration = administration;
        this.pages = pages;
        this.growth = growth;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable UUID before,
            ServerWebExchange exchange) {
        var cursor = before == null ? null : new SubscriberId(before);
        var found =
                q.isBlank() ? directory.newest(stateOf(state), cursor, LIMIT).collectList() : search(q);
        return Mono.zip(directory.counts(), found, pages.layout("Subscribers", exchange), growth.weeks(WEEKS))
                .map(all -> {
                    var rows = all.getT2();
                    return new SubscribersPage(
                            all.getT3(),
                            counts(all.getT1()),
                            q,
                            state,
                            states(),
                            rows.stream().map(this::row).toList(),
                            rows.isEmpty() ? nothing(q) : null,
                            q.isBlank() && rows.size() == LIMIT ? next(state, rows) : null,
                            all.getT4().stream().map(SubscribersController::row).toList());
                })
                .map(page -> pages.ok("operators/subscribers.jte", page));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<byte[]>> one(@PathVariable UUID id, ServerWebExchange exchange) {
        var subscriber = new SubscriberId(id);
        return administration
                .find(subscriber)
                .switchIfEmpty(Mono.error(SubscribersController::unknown))
                .zipWith(administration.mails(subscriber).take(LIMIT * 4L).collectList())
                .flatMap(found -> page(found.getT1(), found.getT2(), exchange));
    }

    @PostMapping("/{id}/suppression")
    Mono<ResponseEntity<byte[]>> suppress(@PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> Objects.requireNonNullElse(form.getFirst("reason"), ""))
                .zipWith(Operators.name())
                .flatMap(sent -> administration.suppress(new SubscriberId(id), sent.getT2(), sent.getT1()))
                .switchIfEmpty(Mono.error(SubscribersController::unknown))
                .map(changed -> OperatorPages.redirect(OperatorPages.path(changed.id())));
    }

    @PostMapping("/{id}/lift")
    Mono<ResponseEntity<byte[]>> lift(@PathVariable UUID id) {
        return administration
                .lift(new SubscriberId(id))
                .switchIfEmpty(Mono.error(SubscribersController::unknown))
                .map(changed -> OperatorPages.redirect(OperatorPages.path(changed.id())));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Subscriber subscriber, List<DeliveryHistory.Mail> mails, ServerWebExchange exchange) {
        var path = OperatorPages.path(subscriber.id());
        var canSuppress = subscriber instanceof Active || subscriber instanceof Pending;
        return pages.layout(subscriber.address().value(), exchange)
                .map(layout -> new SubscriberPage(
                        layout,
                        subscriber.address().value(),
                        pages.words().facts(subscriber),
                        canSuppress ? path + "/suppression" : null,
                        canBeLifted(subscriber) ? path + "/lift" : null,
                        mails.stream().map(this::row).toList()))
                .map(page -> pages.ok("operators/subscriber.jte", page));
    }

    private static boolean canBeLifted(Subscriber subscriber) {
        return subscriber instanceof Suppressed
                || (subscriber instanceof Pending pending && pending.isSuppressedBefore());
    }

    private Mono<List<Subscriber>> search(String typed) {
        return Mono.justOrEmpty(EmailAddress.parse(typed))
                .flatMap(administration::find)
                .map(List::of)
                .defaultIfEmpty(List.of());
    }

    private SubscribersPage.Row row(Subscriber subscriber) {
        return new SubscribersPage.Row(
                subscriber.address().value(),
                OperatorPages.path(subscriber.id()),
                pages.words().line(subscriber));
    }

    private SubscriberPage.MailRow row(DeliveryHistory.Mail mail) {
        return new SubscriberPage.MailRow(
                pages.words().moment(mail.at()),
                mail.about() == null ? mail.id().split("\\.", 2)[0].replace('-', ' ') : mail.about(),
                mail.state(),
                mail.attempts(),
                Objects.requireNonNullElse(mail.reply(), ""));
    }

    private static SubscribersPage.WeekRow row(Week week) {
        var lost = week.count(Change.SUPPRESSED) + week.count(Change.COMPLAINED);
        return new SubscribersPage.WeekRow(
                DAY.format(week.monday()),
                number(week.count(Change.CONFIRMED)),
                number(week.count(Change.IMPORTED)),
                number(week.count(Change.LEFT)),
                number(lost),
                (week.net() > 0 ? "+" : "") + number(week.net()));
    }

    private static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    private static String counts(Map<SubscriberState, Long> counts) {
        return Arrays.stream(SubscriberState.values())
                .map(state -> String.format(Locale.US, "%,d %s", counts.getOrDefault(state, 0L), word(state)))
                .collect(Collectors.joining(" · "));
    }

    private static String nothing(String q) {
        if (q.isBlank()) {
            return "There is no subscriber.";
        }
        return EmailAddress.parse(q).isPresent()
                ? "Nobody has subscribed with this address."
                : "Search for a whole mail address, such as ada@example.org.";
    }

    private static String next(String state, List<Subscriber> rows) {
        var last = rows.get(rows.size() - 1).id();
        return OperatorPages.SUBSCRIBERS + "?state=" + (stateOf(state) == null ? "" : state) + "&before=" + last;
    }

    private static @Nullable SubscriberState stateOf(String word) {
        return Stream.of(SubscriberState.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static List<Option> states() {
        return Stream.concat(
                        Stream.of(new Option("", "every state")),
                        Arrays.stream(SubscriberState.values()).map(state -> new Option(word(state), word(state))))
                .toList();
    }

    private static String word(SubscriberState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such subscriber, or not any more.");
    }
}
