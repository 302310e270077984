package org.vedette.gateway.bodies;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that may be in use at the same time. */
final class BodySpace {

    private final AtomicLong used = new AtomicLong();
    private final long max;

    BodySpace(String area, long max, MeterRegistry meters) {
        this.max = max;
        Gauge.builder("vedette.gateway.bodies.bytes", used, AtomicLong::get)
                .description("Request bodies that have arrived and are not answered yet, or are still arriving")
                .tag("area", area)
                .register(meters);
    }

    boolean tryReserve(long bytes) {
        if (used.addAndGet(bytes) <= max) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }
}
