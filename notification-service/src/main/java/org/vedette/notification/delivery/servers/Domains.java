package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The pace of each destination domain; those used least are forgotten. */
public final class Domains {

    private static final int MOST = 10_000;

    private final double mostPerSecond;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private final Map<String, Domain> domains = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Domain> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Domains without answers so far.
     *
     * @param mostPerSecond most messages a second to each domain, or infinity
     */
    public Domains(double mostPerSecond, LongSupplier nanoTime) {
        this.mostPerSecond = mostPerSecond;
        this.nanoTime = nanoTime;
    }

    /** A destination domain as the answers to mails for it show it. */
    public static final class Domain {

        private final Pace pace;
        private final AtomicLong accepted = new AtomicLong();

        private Domain(Pace pace) {
            this.pace = pace;
        }

        public Pace pace() {
            return pace;
        }

        /** How many mails for it were taken. */
        public long accepted() {
            return accepted.get();
        }

        /** Takes note of a mail that was taken. */
        public void recordAccepted() {
            accepted.incrementAndGet();
            pace.accepted();
        }

        /** Takes note of an answer that concerns this domain and no other. */
        public void recordBusy() {
            pace.busy(pace.reserve());
        }
    }

    public synchronized Domain of(String name) {
        return domains.computeIfAbsent(name, unknown -> new Domain(new Pace(mostPerSecond, nanoTime)));
    }
}
