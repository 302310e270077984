package org.vedette.gateway.html;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.net.URI;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.legal.LegalProperties;

/** Renders the pages for people who sign in. Nobody stores them. */
@Component
public class Pages {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TemplateEngine templates;
    private final Site site;

    Pages(TemplateEngine templates, GatewayProperties properties, LegalProperties legal) {
        this.templates = templates;
        this.site = new Site(properties.siteTitle(), properties.siteTagline(), legal.pages());
    }

    /** Renders a template, whose parameter {@code page} is the view. */
    public ResponseEntity<byte[]> render(HttpStatusCode status, String template, Object view) {
        return render(status, template, view, new HttpHeaders());
    }

    public ResponseEntity<byte[]> render(HttpStatusCode status, String template, Object view, HttpHeaders headers) {
        var output = new Utf8ByteOutput();
        templates.render(template, Map.of("site", site, "page", view), output);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(output.toByteArray());
    }

    /** Sends the browser to a path of this site, with GET (RFC 9110 §15.4.4). */
    public static ResponseEntity<byte[]> redirect(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
