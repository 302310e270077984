package org.vedette.notification.operators.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.notification.operators.SubscriberCsv;
import org.vedette.notification.operators.SubscriberDirectory;
import org.vedette.pages.StudioMenu;
import reactor.core.publisher.Flux;

/** Exports all subscribers as CSV, streamed from the store. */
@RestController
class SubscriberExportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int LINES_AT_ONCE = 500;

    private final SubscriberDirectory directory;

    SubscriberExportController(SubscriberDirectory directory) {
        this.directory = directory;
    }

    @GetMapping(StudioMenu.SUBSCRIBERS + ".csv")
    ResponseEntity<Flux<DataBuffer>> export() {
        var lines = directory
                .all()
                .map(SubscriberCsv::line)
                .buffer(LINES_AT_ONCE)
                .startWith(List.of(List.of(SubscriberCsv.HEADER)))
                .map(SubscriberExportController::bytes);
        var name = ContentDisposition.attachment().filename("subscribers.csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .body(lines);
    }

    private static DataBuffer bytes(List<String> lines) {
        return DefaultDataBufferFactory.sharedInstance.wrap(
                String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }
}
