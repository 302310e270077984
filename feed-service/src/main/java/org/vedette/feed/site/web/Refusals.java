package org.vedette.feed.site.web;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.feed.site.page.MessagePage;
import tools.jackson.databind.json.JsonMapper;

/** Says no: as a page to people, as {@code application/problem+json} to machines. */
@Component
class Refusals {

    private static final Pattern FOR_MACHINES =
            Pattern.compile("/(feeds|api)(/.*)?|/live|.*/feed\\.json|.*\\.(xml|txt)");
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER_SECONDS = "30";

    private final Pages pages;
    private final JsonMapper json;

    Refusals(Pages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    ResponseEntity<byte[]> respond(MessagePage page, ServerHttpRequest request) {
        var response = ResponseEntity.status(page.status()).cacheControl(CacheControl.noCache());
        if (page.status() == UNAVAILABLE) {
            response = response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return isForPeople(request)
                ? response.contentType(Pages.HTML).body(pages.print(page))
                : response.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(json.writeValueAsBytes(problem(page, request)));
    }

    /** A browser names HTML; who takes anything gets a page where pages are. */
    private static boolean isForPeople(ServerHttpRequest request) {
        if (FOR_MACHINES.matcher(request.getPath().value()).matches()) {
            return false;
        }
        try {
            var accepted = request.getHeaders().getAccept();
            return accepted.isEmpty() || takeHtml(accepted);
        } catch (InvalidMediaTypeException nobodyKnows) {
            return false;
        }
    }

    /** What fits best says it: who takes anything but HTML gets none (RFC 9110 §12.5.1). */
    private static boolean takeHtml(List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(MediaType.TEXT_HTML))
                .max(Comparator.comparingInt(Refusals::precision))
                .filter(range -> range.getQualityValue() > 0)
                .isPresent();
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static Problem problem(MessagePage page, ServerHttpRequest request) {
        return new Problem(
                "urn:vedette:problem:" + page.problem(),
                page.headline(),
                page.status(),
                page.detail() == null ? page.lede() : page.lede() + " " + page.detail(),
                request.getPath().value(),
                request.getHeaders().getFirst("X-Request-Id"));
    }
}
