package org.vedette.gateway.administration.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEntry;
import org.vedette.gateway.audit.AuditSearch;
import org.vedette.gateway.html.Page;
import org.vedette.gateway.html.Pages;
import org.vedette.gateway.html.Times;
import org.vedette.gateway.identity.SessionAuthentication;
import org.vedette.gateway.sessions.SignedIn;
import org.vedette.pages.form.Option;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit log, as a page and as CSV. */
@Controller
class AuditController {

    private static final String PATH = "/admin/audit";
    private static final int PAGE_SIZE = 50;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditSearch search;
    private final Pages pages;

    AuditController(AuditSearch search, Pages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<byte[]>> show(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String after,
            ServerWebExchange exchange) {
        var query = new AuditQuery(person, action, since, after);
        return SessionAuthentication.person(exchange).flatMap(admin -> show(query, admin));
    }

    private Mono<ResponseEntity<byte[]>> show(AuditQuery query, SignedIn admin) {
        var violation = query.violation();
        return violation.isPresent()
                ? Mono.just(page(HttpStatus.BAD_REQUEST, view(query, List.of(), violation.get()), admin))
                : search.page(query.filter(search), PAGE_SIZE)
                        .map(entries -> page(HttpStatus.OK, view(query, entries, null), admin));
    }

    /** Streams the events, however many they are. */
    @GetMapping(path = PATH + ".csv")
    ResponseEntity<Flux<DataBuffer>> export(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String since) {
        var query = new AuditQuery(person, action, since, "");
        query.violation().ifPresent(violation -> {
            throw new ProblemException(Problem.of(StandardProblem.MALFORMED_REQUEST, violation));
        });
        var lines = Flux.just(AuditCsv.HEADER)
                .concatWith(search.all(query.filter(search)).map(AuditCsv::line));
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .body(lines.map(AuditController::buffer));
    }

    private static DataBuffer buffer(String line) {
        return DefaultDataBufferFactory.sharedInstance.wrap(line.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> page(HttpStatus status, AuditPage view, SignedIn admin) {
        return pages.renderForAdmin(status, new Page("admin-audit.jte", "Audit log", view), PATH, admin);
    }

    private static AuditPage view(AuditQuery query, List<AuditEntry> entries, @Nullable String error) {
        var shown = entries.stream().limit(PAGE_SIZE).toList();
        var next = entries.size() > PAGE_SIZE ? shown.get(PAGE_SIZE - 1).position() : null;
        return new AuditPage(
                query.person(),
                query.action(),
                actions(),
                query.since(),
                error,
                shown.stream().map(AuditController::row).toList(),
                next == null ? null : PATH + query.parameters(next),
                PATH + ".csv" + query.parameters(null));
    }

    private static AuditPage.Row row(AuditEntry entry) {
        var event = entry.event();
        return new AuditPage.Row(
                Times.seconds(event.at()),
                event.at().toString(),
                event.who(),
                words(event.action()),
                event.detail(),
                event.client());
    }

    private static List<Option> actions() {
        return Stream.concat(
                        Stream.of(new Option("", "everything")),
                        Arrays.stream(AuditAction.values())
                                .map(action -> new Option(action.text(), words(action.text()))))
                .toList();
    }

    private static String words(String action) {
        return action.replace('-', ' ');
    }
}
