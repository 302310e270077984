package org.vedette.post.studio.redirects.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.redirects.RedirectException;
import org.vedette.post.redirects.RedirectService;
import org.vedette.post.redirects.Redirects.Page;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.redirects.web.RedirectsPage.RedirectRow;
import org.vedette.post.studio.web.SiteCalendar;
import org.vedette.post.studio.web.StudioPages;
import reactor.core.publisher.Mono;

/** The page of redirects, on which editors add and end them. */
@RestController
@RequestMapping(StudioPages.REDIRECTS)
final class RedirectsPageController {

    private static final int LIMIT = 50;
    private static final int MAX_TEXT = 200;
    private static final String REMOVAL = "/removal";

    private final RedirectService redirects;
    private final SiteCalendar calendar;
    private final StudioPages pages;

    RedirectsPageController(RedirectService redirects, SiteCalendar calendar, StudioPages pages) {
        this.redirects = redirects;
        this.calendar = calendar;
        this.pages = pages;
    }

    /** A redirect as it was typed, and why it was not added. */
    private record Refused(@Nullable String error, String from, String to) {

        private static final Refused NOTHING = new Refused(null, "", "");
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> list(Caller caller, ServerWebExchange exchange) {
        return page(HttpStatus.OK, Refused.NOTHING, caller, exchange);
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> add(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            var from = field("from", form);
            var to = field("to", form);
            return redirects
                    .add(from, to, caller)
                    .map(added -> StudioPages.redirect(StudioPages.REDIRECTS))
                    .onErrorResume(
                            RedirectException.class,
                            refusal -> page(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    new Refused(refusal.getMessage(), from, to),
                                    caller,
                                    exchange));
        });
    }

    /** Asks before the redirect ends. */
    @GetMapping(REMOVAL)
    Mono<ResponseEntity<byte[]>> ask(Caller caller, ServerWebExchange exchange) {
        return redirects
                .find(field("from", exchange.getRequest().getQueryParams()))
                .map(found -> pages.ok(
                        "studio/redirectRemoval.jte",
                        new RedirectRemovalPage(
                                pages.layout("Delete a redirect", StudioPages.REDIRECTS, caller, exchange),
                                row(found))));
    }

    @PostMapping(REMOVAL)
    Mono<ResponseEntity<byte[]>> remove(Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> redirects.remove(field("from", form), caller))
                .thenReturn(StudioPages.redirect(StudioPages.REDIRECTS))
                .onErrorResume(
                        RedirectException.class,
                        refusal -> page(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                new Refused(refusal.getMessage(), "", ""),
                                caller,
                                exchange));
    }

    private static String field(String name, MultiValueMap<String, String> form) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private Mono<ResponseEntity<byte[]>> page(
            HttpStatus status, Refused refused, Caller caller, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        var typed = field("q", query);
        var text = typed.length() > MAX_TEXT ? typed.substring(0, MAX_TEXT) : typed;
        return redirects
                .list(text.isEmpty() ? null : text, query.getFirst("cursor"), LIMIT)
                .map(found -> pages.page(status, "studio/redirects.jte", view(found, text, refused, caller, exchange)));
    }

    private RedirectsPage view(Page found, String text, Refused refused, Caller caller, ServerWebExchange exchange) {
        return new RedirectsPage(
                pages.layout("Redirects", StudioPages.REDIRECTS, caller, exchange),
                refused.error(),
                refused.from(),
                refused.to(),
                text,
                found.redirects().stream().map(this::row).toList(),
                next(found.next(), text),
                caller.isEditor());
    }

    private RedirectRow row(Redirect redirect) {
        return new RedirectRow(
                redirect.from().value(),
                redirect.to().value(),
                calendar.day(redirect.at()),
                redirect.by().name(),
                UriComponentsBuilder.fromPath(StudioPages.REDIRECTS + REMOVAL)
                        .queryParam("from", "{from}")
                        .encode()
                        .buildAndExpand(redirect.from().value())
                        .toUriString());
    }

    private static @Nullable String next(@Nullable String cursor, String text) {
        return cursor == null
                ? null
                : UriComponentsBuilder.fromPath(StudioPages.REDIRECTS)
                        .queryParam("q", "{q}")
                        .queryParam("cursor", "{cursor}")
                        .encode()
                        .buildAndExpand(text, cursor)
                        .toUriString();
    }
}
