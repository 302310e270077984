package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The mail servers of this process. Each mail goes to one that takes mail now, by weight among those that are free. */
public final class MailServers {

    /** How long the mails that are claimed may take at the pace of the servers, so that little is claimed in vain. */
    private static final double BATCH_SECONDS = 0.2;

    private static final int SMALLEST_BATCH = 4;

    private final List<MailServer> servers;
    private final LongSupplier nanoTime;
    private final int largestBatch;

    @GuardedBy("this")
    private final Map<MailServer, Integer> credits = new HashMap<>();

    /**
     * Servers of which each has its own pace and circuit.
     *
     * @param largestBatch most mails that are worth claiming at once
     */
    public MailServers(List<MailServer> servers, int largestBatch, LongSupplier nanoTime) {
        this.servers = List.copyOf(servers);
        this.largestBatch = largestBatch;
        this.nanoTime = nanoTime;
    }

    public List<MailServer> all() {
        return servers;
    }

    /** How many mails are worth claiming now: none while no server takes mail, one when a probe is due. */
    public int capacity() {
        var taking = servers.stream().filter(server -> !server.isHalted()).toList();
        if (taking.isEmpty()) {
            return servers.stream().anyMatch(MailServer::isUsable) ? 1 : 0;
        }
        var rate = taking.stream().mapToDouble(server -> server.pace().rate()).sum();
        return (int) Math.min(largestBatch, Math.max(SMALLEST_BATCH, rate * BATCH_SECONDS));
    }

    /** How many times a server began to take mail again. */
    public long recoveries() {
        return servers.stream().mapToLong(MailServer::recoveries).sum();
    }

    /**
     * The server for the next mail, or for the probe that is due.
     *
     * @param tried servers that this mail was offered to already, which get it only when no other takes mail
     */
    public synchronized Optional<Turn> next(Collection<MailServer> tried) {
        return best(server -> !tried.contains(server)).or(() -> best(server -> true));
    }

    /**
     * The server a mail is offered to.
     *
     * @param probe whether it takes no other mail until this one is answered
     */
    public record Turn(MailServer server, boolean probe) {}

    private synchronized Optional<Turn> best(Predicate<MailServer> condition) {
        var due = servers.stream()
                .filter(condition)
                .filter(MailServer::takeProbe)
                .findFirst()
                .map(server -> new Turn(server, true));
        return due.or(() -> byWeight(servers.stream()
                        .filter(condition)
                        .filter(server -> !server.isHalted())
                        .toList())
                .map(server -> new Turn(server, false)));
    }

    private synchronized Optional<MailServer> byWeight(List<MailServer> taking) {
        var now = nanoTime.getAsLong();
        var ready = taking.stream()
                .filter(server -> server.pace().untilNext(now).isZero())
                .toList();
        var free = ready.stream().filter(MailServer::isFree).toList();
        return Stream.of(free, ready, taking)
                .filter(candidates -> !candidates.isEmpty())
                .findFirst()
                .map(candidates -> candidates == taking ? soonest(taking, now) : heaviest(candidates));
    }

    private static MailServer soonest(List<MailServer> candidates, long now) {
        return candidates.stream()
                .min(Comparator.comparing(server -> server.pace().untilNext(now)))
                .orElseThrow();
    }

    /** Smooth weighted round robin: each gets its weight in credits, and the richest pays for all. */
    private synchronized MailServer heaviest(List<MailServer> candidates) {
        var richest = candidates.get(0);
        var all = 0;
        for (var candidate : candidates) {
            all += candidate.weight();
            credits.merge(candidate, candidate.weight(), Integer::sum);
            if (credits.getOrDefault(candidate, 0) > credits.getOrDefault(richest, 0)) {
                richest = candidate;
            }
        }
        credits.merge(richest, -all, Integer::sum);
        return richest;
    }
}
