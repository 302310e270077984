package org.vedette.notification.reports.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.vedette.notification.alerts.Alerts.Position;
import org.vedette.notification.reports.NumbersService;
import org.vedette.notification.reports.ProgressService;
import org.vedette.notification.reports.Status;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The progress of alerts, for editors. */
@RestController
@RequestMapping("/api/alerts")
class AlertController {

    private static final String DEFAULT_LIMIT = "50";
    private static final int MOST = 100;

    private final ProgressService progress;
    private final NumbersService numbers;
    private final ContentTags tags;

    AlertController(ProgressService progress, NumbersService numbers, ContentTags tags) {
        this.progress = progress;
        this.numbers = numbers;
        this.tags = tags;
    }

    /** The next page is in the field {@code Link} (RFC 8288). */
    @GetMapping
    Mono<ResponseEntity<List<AlertView>>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = DEFAULT_LIMIT) int limit) {
        if (limit < 1 || limit > MOST) {
            throw malformed("limit is a number from 1 to " + MOST + ".");
        }
        return progress.alerts(statuses(state), position(cursor), limit).map(page -> {
            var views = page.alerts().stream().map(AlertView::of).toList();
            var answer = tags.ok(views);
            return page.next() == null ? answer : linked(answer, state, page.next(), limit);
        });
    }

    @GetMapping("/{alert}")
    Mono<ResponseEntity<AlertView>> one(@PathVariable String alert) {
        return numbers.of(AlertPaths.alert(alert))
                .map(report -> tags.ok(AlertView.of(report)))
                .switchIfEmpty(Mono.error(AlertPaths::noAlert));
    }

    private static ResponseEntity<List<AlertView>> linked(
            ResponseEntity<List<AlertView>> answer, @Nullable String state, Position next, int limit) {
        var address = UriComponentsBuilder.fromPath("/api/alerts")
                .queryParam("limit", limit)
                .queryParam("cursor", AlertCursor.text(next));
        var path = (state == null ? address : address.queryParam("state", state)).toUriString();
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.LINK, "<" + path + ">; rel=\"next\"")
                .body(answer.getBody());
    }

    private static Set<Status> statuses(@Nullable String state) {
        return state == null
                ? Set.of()
                : Set.of(Status.of(state)
                        .orElseThrow(() -> malformed("state is the status of an alert, such as sending.")));
    }

    private static @Nullable Position position(@Nullable String cursor) {
        return cursor == null
                ? null
                : AlertCursor.parse(cursor).orElseThrow(() -> malformed("cursor comes from the answer before."));
    }

    private static ResponseStatusException malformed(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
}
