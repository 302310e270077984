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
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.legal.LegalProperties;
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
    private final GatewayProperties properties;
    private final LegalProperties legal;

    StatusController(
            StatusBoard board,
            TemplateEngine templates,
            JsonMapper json,
            GatewayProperties properties,
            LegalProperties legal) {
        this.board = board;
        this.templates = templates;
        this.json = json;
        this.properties = properties;
        this.legal = legal;
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
                properties.siteTitle(),
                properties.siteTagline(),
                StatusPage.title(statuses),
                statuses.stream().map(StatusPage.Row::of).toList(),
                legal.pages());
        var output = new Utf8ByteOutput();
        templates.render("status.jte", page, output);
        return output.toByteArray();
    }
}
