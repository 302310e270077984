package org.vedette.notification.studio.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.notification.NotificationServiceProperties;
import org.vedette.notification.controls.MailSwitch;
import org.vedette.notification.controls.MailSwitchService;
import org.vedette.notification.reports.AlertNumbers;
import org.vedette.notification.web.PageRenderer;
import org.vedette.notification.web.StudioPages;
import org.vedette.pages.ApplicationLayout;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Mono;

/** Renders the page of one alert or digest. */
@Component
class AlertPages {

    private final MailSwitchService switches;
    private final StudioPages studio;
    private final PageRenderer pages;
    private final AlertWords words;

    AlertPages(
            MailSwitchService switches,
            StudioPages studio,
            PageRenderer pages,
            NotificationServiceProperties properties) {
        this.switches = switches;
        this.studio = studio;
        this.pages = pages;
        this.words = new AlertWords(properties.site().zone());
    }

    /**
     * The page.
     *
     * @param notice what has just been done; null for nothing
     * @param refusal why something was not done; null for nothing
     */
    Mono<ResponseEntity<byte[]>> page(
            HttpStatusCode status,
            AlertNumbers numbers,
            @Nullable String notice,
            @Nullable String refusal,
            ServerWebExchange exchange) {
        return Mono.zip(
                        studio.layout(numbers.progress().title(), StudioMenu.ALERTS, exchange),
                        switches.current(),
                        (layout, mailSwitch) -> view(layout, mailSwitch, numbers, notice, refusal))
                .map(page -> pages.page(status, "operators/alert.jte", page));
    }

    private AlertPage view(
            ApplicationLayout layout,
            MailSwitch mailSwitch,
            AlertNumbers numbers,
            @Nullable String notice,
            @Nullable String refusal) {
        var progress = numbers.progress();
        var path = StudioMenu.ALERTS + "/" + progress.id();
        return new AlertPage(
                layout,
                progress.title(),
                notice,
                refusal,
                words.stopped(mailSwitch),
                AlertWords.status(progress),
                AlertWords.counts(progress),
                words.facts(numbers),
                AlertWords.reasons(numbers),
                progress.control().steps().stream().map(words::step).toList(),
                AlertActions.of(progress),
                path + "/control",
                progress.id().isDigest() || progress.status().isEnded() ? null : path + "/test",
                progress.id().post().map(post -> StudioMenu.POSTS + "/" + post).orElse(null));
    }
}
