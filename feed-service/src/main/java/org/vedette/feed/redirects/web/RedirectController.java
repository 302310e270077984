package org.vedette.feed.redirects.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.redirects.RedirectService;

/** Tells the gateway where an address leads that it does not know, which passes it on to anybody. */
@RestController
final class RedirectController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final RedirectService redirects;

    RedirectController(RedirectService redirects) {
        this.redirects = redirects;
    }

    /** 404 when the address leads nowhere that the public may know, 503 while nobody knows. */
    @GetMapping("/internal/redirects")
    ResponseEntity<byte[]> find(@RequestParam String from) {
        return redirects
                .find(from)
                .map(to -> ResponseEntity.ok().contentType(TEXT).body(to.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.status(
                                redirects.isComplete() ? HttpStatus.NOT_FOUND : HttpStatus.SERVICE_UNAVAILABLE)
                        .build());
    }
}
