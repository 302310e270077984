package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** A response of the mail page. */
final class PageResponse {

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** For the HTML of a mail: it may bring styles and links, but runs and loads nothing. */
    private static final String MAIL_HTML_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private PageResponse(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
    }

    static PageResponse page(int status, byte[] html) {
        return new PageResponse(
                status, "text/html; charset=utf-8", html, Map.of("Content-Security-Policy", PAGE_POLICY));
    }

    static PageResponse mailHtml(String html) {
        return new PageResponse(
                200,
                "text/html; charset=utf-8",
                html.getBytes(UTF_8),
                Map.of("Content-Security-Policy", MAIL_HTML_POLICY));
    }

    static PageResponse file(String type, byte[] content) {
        return new PageResponse(200, type, content, Map.of("Content-Security-Policy", PAGE_POLICY));
    }

    static PageResponse line(int status, String text) {
        return new PageResponse(status, "text/plain; charset=utf-8", (text + "\n").getBytes(UTF_8), Map.of());
    }

    PageResponse withHeader(String name, String value) {
        return new PageResponse(status, type, body, Map.of(name, value));
    }

    void sendTo(HttpExchange exchange) throws IOException {
        var out = exchange.getResponseHeaders();
        out.set("Content-Type", type);
        out.set("Cache-Control", "no-store");
        out.set("X-Content-Type-Options", "nosniff");
        out.set("Referrer-Policy", "no-referrer");
        headers.forEach(out::set);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
