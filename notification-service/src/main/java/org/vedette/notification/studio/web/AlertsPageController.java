package org.vedette.notification.studio.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.reports.Progress;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.reports.ProgressService.DigestProgress;
import org.vedette.notification.reports.Status;
import org.vedette.notification.reports.web.AlertCursor;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.StudioPages;
import org.vedette.pages.StudioMenu;
import org.vedette.pages.form.Option;
import reactor.core.publisher.Mono;

/** The list of alerts and digests in the studio. */
@RestController
@RequestMapping(StudioMenu.ALERTS)
class AlertsPageController {

    private static final int LIMIT = 30;
    private static final int DIGESTS = 10;

    private final ProgressService progress;
    private final MailSwitchService switches;
    private final StudioPages studio;
    private final PageRenderer pages;
    private final AlertWords words;

    AlertsPageController(
            ProgressService progress,
            MailSwitchService switches,
            StudioPages studio,
            PageRenderer pages,
            NotificationServiceProperties properties) {
        this.progress = progress;
        this.switches = switches;
        this.studio = studio;
        this.pages = pages;
        this.words = new AlertWords(properties.site().zone());
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        var status = Status.of(state);
        var position = cursor == null ? null : AlertCursor.parse(cursor).orElse(null);
        var alerts = progress.alerts(status.map(Set::of).orElse(Set.of()), position, LIMIT);
        var digests = position == null && status.isEmpty()
                ? progress.digests(DIGESTS).map(DigestProgress::progress).collectList()
                : Mono.just(List.<Progress>of());
        return Mono.zip(studio.layout("Alerts", StudioMenu.ALERTS, exchange), alerts, digests, switches.current())
                .map(all -> {
                    var page = all.getT2();
                    return new AlertsPage(
                            all.getT1(),
                            words.stopped(all.getT4()),
                            state,
                            states(),
                            rows(page.alerts()),
                            page.alerts().isEmpty() ? "There is no alert." : null,
                            page.next() == null
                                    ? null
                                    : StudioMenu.ALERTS + "?state="
                                            + status.map(Status::word).orElse("") + "&cursor="
                                            + AlertCursor.text(page.next()),
                            rows(all.getT3()));
                })
                .map(page -> pages.page(HttpStatus.OK, "operators/alerts.jte", page));
    }

    private List<AlertsPage.Row> rows(List<Progress> found) {
        return found.stream()
                .map(one -> new AlertsPage.Row(one.title(), StudioMenu.ALERTS + "/" + one.id(), words.line(one)))
                .toList();
    }

    private static List<Option> states() {
        return Stream.concat(
                        Stream.of(new Option("", "every state")),
                        Arrays.stream(Status.values())
                                .filter(status -> status != Status.EMPTY)
                                .map(status -> new Option(status.word(), status.word())))
                .toList();
    }
}
