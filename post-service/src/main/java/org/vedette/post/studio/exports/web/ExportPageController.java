package org.vedette.post.studio.exports.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.requests.Caller;
import org.vedette.post.studio.web.StudioPages;

/** The page of exports, for editors. */
@RestController
final class ExportPageController {

    private final StudioPages pages;

    ExportPageController(StudioPages pages) {
        this.pages = pages;
    }

    @GetMapping(StudioPages.EXPORT)
    ResponseEntity<byte[]> page(Caller caller, ServerWebExchange exchange) {
        return pages.ok(
                "studio/export.jte", new ExportPage(pages.layout("Export", StudioPages.IMPORTS, caller, exchange)));
    }
}
