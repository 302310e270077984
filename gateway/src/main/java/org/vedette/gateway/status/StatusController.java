package org.vedette.gateway.status;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;
import org.vedette.starter.problems.HtmlPreference;
import tools.jackson.databind.json.JsonMapper;

/** Shows which functions work: a page to people, JSON to programs. It needs no service. */
@RestController
class StatusController {

    private static final CacheControl ONE_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final StatusBoard board;
    private final TemplateEngine templates;
    private final JsonMapper json;
    private final Site site;

    StatusController(StatusBoard board, TemplateEngine templates, JsonMapper json, Site site) {
        this.board = board;
        this.templates = templates;
        this.json = json;
        this.site = site;
    }

    @GetMapping("/status")
    ResponseEntity<byte[]> status(ServerHttpRequest request) {
        return HtmlPreference.isPreferred(request)
                ? response(HTML).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).body(page())
                : response(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .body(document());
    }

    @GetMapping("/status.json")
    ResponseEntity<byte[]> json() {
        return response(MediaType.APPLICATION_JSON).body(document());
    }

    private static ResponseEntity.BodyBuilder response(MediaType type) {
        return ResponseEntity.ok().cacheControl(ONE_SECOND).contentType(type);
    }

    private byte[] document() {
        return json.writeValueAsBytes(StatusView.of(board.statuses()));
    }

    private byte[] page() {
        var statuses = board.statuses();
        var page = new StatusPage(
                PageLayout.notIndexed(site, "Status"),
                StatusPage.title(statuses),
                statuses.stream().map(StatusPage.Row::of).toList());
        var output = new Utf8ByteOutput();
        templates.render("status.jte", page, output);
        return output.toByteArray();
    }
}
