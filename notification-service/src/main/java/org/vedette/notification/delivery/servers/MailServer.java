package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server as its answers show it: how fast it takes mails, and whether it takes any. */
public final class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);
    private static final int REFUSED_MAILBOXES = 3;
    private static final long CONNECTION_INCREASE = Duration.ofSeconds(30).toNanos();

    private final Setting setting;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private final Circuit circuit;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong badSinceAccepted = new AtomicLong();
    private final AtomicLong recoveries = new AtomicLong();
    private volatile String lastRefusal = "";

    @GuardedBy("this")
    private final Set<String> refusedMailboxes = new HashSet<>();

    @GuardedBy("this")
    private int connections;

    @GuardedBy("this")
    private long connectionsChangedAt;

    /**
     * What is set of a mail server.
     *
     * @param name host and port
     * @param weight its share of the mails beside other servers, as long as it takes them
     * @param connections most connections
     * @param mostPerSecond most messages a second, or infinity
     */
    public record Setting(String name, int weight, int connections, double mostPerSecond) {}

    /**
     * How a mail server is doing.
     *
     * @param outage since when it takes no mail, and what it said last; empty while it takes mail
     * @param rate messages a second it is sent at most, or infinity
     */
    public record Status(String name, Optional<Outage> outage, double rate, int connections) {}

    /** A time without a mail taken. */
    public record Outage(Duration since, String lastRefusal) {}

    public MailServer(Setting setting, CircuitRules rules, LongSupplier nanoTime) {
        this.setting = setting;
        this.nanoTime = nanoTime;
        this.pace = new Pace(setting.mostPerSecond(), nanoTime);
        this.circuit = new Circuit(rules, nanoTime);
        this.connections = setting.connections();
        this.connectionsChangedAt = nanoTime.getAsLong();
    }

    public String name() {
        return setting.name();
    }

    public Status status() {
        var outage =
                circuit.isOpen() ? Optional.of(new Outage(circuit.openFor(), lastRefusal)) : Optional.<Outage>empty();
        return new Status(name(), outage, pace.rate(), connectionLimit());
    }

    /** Whether it takes no mail at the moment. */
    public boolean isHalted() {
        return circuit.isOpen();
    }

    /** How many mails it has taken. */
    public long accepted() {
        return accepted.get();
    }

    /** How many answers since the last mail it took were none that took a mail. */
    public long badSinceAccepted() {
        return badSinceAccepted.get();
    }

    /** Whether it has said of no other mailbox that it does not exist since it took a mail. */
    public synchronized boolean refusedNobodyBut(String mailbox) {
        return refusedMailboxes.stream().allMatch(mailbox::equals);
    }

    /** Takes note that it said of a mailbox that it does not exist. */
    public synchronized void recordRefused(String mailbox) {
        if (refusedMailboxes.size() < REFUSED_MAILBOXES) {
            refusedMailboxes.add(mailbox);
        }
    }

    /**
     * Takes note that it said of a mailbox that nobody has confirmed that it does not exist. Forms are filled in with made-up
     * addresses, so that this says nothing about the server, however often it happens.
     */
    public void recordUnconfirmed() {
        badSinceAccepted.incrementAndGet();
    }

    /** How many times it began to take mail again. */
    public long recoveries() {
        return recoveries.get();
    }

    public Pace pace() {
        return pace;
    }

    public void begin() {
        inFlight.incrementAndGet();
    }

    public void end() {
        inFlight.decrementAndGet();
    }

    /**
     * Takes note of an answer.
     *
     * @param slot when the mail was sent; null for a probe, which says nothing about the pace
     * @param connecting whether there was not even a connection
     * @param text what the server said
     */
    public void record(Answer answer, Pace.@Nullable SendTime slot, boolean connecting, String text) {
        if (answer == Answer.ACCEPTED) {
            accepted.incrementAndGet();
            badSinceAccepted.set(0);
            forgetRefused();
            pace.accepted();
            allowMoreConnections();
        } else {
            badSinceAccepted.incrementAndGet();
            lastRefusal = withoutAddresses(text);
            slowDown(answer, slot, connecting);
        }
        tell(circuit.record(answer, connecting));
    }

    boolean isUsable() {
        return !circuit.isOpen() || circuit.isProbeDue();
    }

    boolean isFree() {
        return inFlight.get() < connectionLimit();
    }

    int weight() {
        return setting.weight();
    }

    /** Reserves the probe that is due; false when none is. */
    boolean takeProbe() {
        return circuit.takeProbe();
    }

    synchronized int connectionLimit() {
        return connections;
    }

    private void slowDown(Answer answer, Pace.@Nullable SendTime slot, boolean connecting) {
        if (answer == Answer.BUSY && connecting && inFlight.get() > 1) {
            allowFewerConnections();
        } else if (answer == Answer.BUSY && slot != null) {
            pace.busy(slot);
        }
    }

    private synchronized void forgetRefused() {
        refusedMailboxes.clear();
    }

    private synchronized void allowFewerConnections() {
        connections = Math.max(1, Math.min(connections, inFlight.get()) - 1);
        connectionsChangedAt = nanoTime.getAsLong();
    }

    private synchronized void allowMoreConnections() {
        if (connections < setting.connections() && nanoTime.getAsLong() - connectionsChangedAt > CONNECTION_INCREASE) {
            connections++;
            connectionsChangedAt = nanoTime.getAsLong();
        }
    }

    private void tell(Circuit.Change change) {
        if (change == Circuit.Change.OPENED) {
            log.warn(
                    "Mail server {} takes no mail: {} of its last {} answers were refusals that are not the"
                            + " recipients' fault, the last one: {}. Sending to it halts, and it is asked again every"
                            + " few seconds",
                    name(),
                    circuit.refusals(),
                    circuit.size(),
                    lastRefusal);
        } else if (change == Circuit.Change.CLOSED) {
            pace.reset();
            recoveries.incrementAndGet();
            log.info("Mail server {} takes mail again; what waited for it is sent now", name());
        }
    }

    /** A reply may quote the recipient's address, which no log may have. */
    private static String withoutAddresses(String text) {
        return text.replaceAll("\\S+@\\S+", "…");
    }
}
