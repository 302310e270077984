package org.vedette.feed.serving.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/** Answers that the framework never sees and therefore does not count. */
@Component
class HotPageMeters {

    private final Counter sent;
    private final Counter notModified;

    HotPageMeters(MeterRegistry meters) {
        this.sent = counter("sent", meters);
        this.notModified = counter("not_modified", meters);
    }

    void answered(@Nullable HttpStatusCode status) {
        (HttpStatus.NOT_MODIFIED.equals(status) ? notModified : sent).increment();
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("vedette.feed.hot.answers")
                .description("Answers from memory, which http.server.requests does not have")
                .tag("outcome", outcome)
                .register(meters);
    }
}
