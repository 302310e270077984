package org.vedette.post.exports.web;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.exports.ExportService;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;

/** Sends everything as one zip. */
@RestController
final class ExportController {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private final ExportService exports;
    private final ZoneId siteZone;
    private final Clock clock;

    ExportController(ExportService exports, ZoneId siteZone, Clock clock) {
        this.exports = exports;
        this.siteZone = siteZone;
        this.clock = clock;
    }

    /** The response has no length, because it is made while it is sent; it ends with a manifest. */
    @GetMapping("/api/export")
    ResponseEntity<Flux<DataBuffer>> export(HttpMethod method, Caller caller) {
        ExportService.requireEditor(caller);
        var name = "vedette-export-" + LocalDate.now(clock.withZone(siteZone)) + ".zip";
        var response = ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
        return HttpMethod.HEAD.equals(method)
                ? response.build()
                : response.body(exports.export(caller).map(ExportController::buffer));
    }

    private static DataBuffer buffer(ByteBuffer bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
