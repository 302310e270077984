package org.vedette.notification.studio.web;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.delivery.dkim.DomainRecords;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.MailServers;
import org.vedette.notification.web.Operators;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.StudioPages;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** The page of mail in the studio: the switch, the mail servers, and what the domain needs. */
@RestController
@RequestMapping(StudioMenu.MAIL)
class MailPageController {

    private static final int LONGEST_REASON = 200;

    private final MailSwitchService switches;
    private final MailServers servers;
    private final DomainRecords records;
    private final MailChecks checks;
    private final StudioPages studio;
    private final PageRenderer pages;
    private final AlertWords words;

    MailPageController(
            MailSwitchService switches,
            MailServers servers,
            DomainRecords records,
            StudioPages studio,
            PageRenderer pages,
            NotificationServiceProperties properties) {
        this.switches = switches;
        this.servers = servers;
        this.records = records;
        this.checks = new MailChecks(properties, records, servers);
        this.studio = studio;
        this.pages = pages;
        this.words = new AlertWords(properties.site().zone());
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(ServerWebExchange exchange) {
        return Mono.zip(studio.layout("Mail", StudioMenu.MAIL, exchange), switches.current())
                .map(all -> new MailPage(
                        all.getT1(),
                        words.stopped(all.getT2()),
                        all.getT2().changes().stream().map(this::use).toList(),
                        servers.all().stream()
                                .map(MailServer::status)
                                .map(MailPageController::server)
                                .toList(),
                        checks.all(),
                        dnsRecords()))
                .map(page -> pages.page(HttpStatus.OK, "operators/mail.jte", page));
    }

    @PostMapping("/switch")
    Mono<ResponseEntity<byte[]>> turn(ServerWebExchange exchange) {
        return exchange.getFormData()
                .zipWith(Operators.name())
                .flatMap(sent -> {
                    var stop = switch (Objects.requireNonNullElse(sent.getT1().getFirst("mail"), "")) {
                        case "stop" -> true;
                        case "start" -> false;
                        default ->
                            throw new ResponseStatusException(
                                    HttpStatus.UNPROCESSABLE_CONTENT, "Choose one of the buttons of the page.");
                    };
                    var reason = Objects.requireNonNullElse(sent.getT1().getFirst("reason"), "")
                            .strip();
                    var kept = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
                    return switches.turn(stop, sent.getT2(), kept.isEmpty() ? null : kept);
                })
                .map(turned -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(StudioMenu.MAIL))
                        .build());
    }

    private String dnsRecords() {
        return Stream.concat(records.dkim().stream(), Stream.of(records.spf(), records.dmarc()))
                .collect(Collectors.joining("\n"));
    }

    private MailPage.Use use(MailSwitch.Change change) {
        var what = change.stopped() ? "stopped" : "taken up again";
        return new MailPage.Use(
                words.moment(change.at()), change.by(), change.reason() == null ? what : what + ": " + change.reason());
    }

    private static MailPage.Server server(MailServer.Status status) {
        return new MailPage.Server(
                status.name(),
                status.outage()
                        .map(outage -> "takes no mail for " + AlertWords.duration(outage.since()) + "; it said: "
                                + outage.lastRefusal())
                        .orElse("takes mail"),
                Double.isInfinite(status.rate())
                        ? "not limited"
                        : String.format(Locale.US, "%.1f a second", status.rate()),
                String.valueOf(status.connections()));
    }
}
