package org.vedette.gateway.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Sessions} in memory. */
public final class InMemorySessions implements Sessions {

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Map<AccountId, Instant> lastSeen = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(Session session) {
        return Mono.fromRunnable(() -> {
            byId.put(session.id(), session);
            if (session instanceof ActiveSession active) {
                see(active.account(), active.startedAt());
            }
        });
    }

    @Override
    public Mono<Session> with(String id) {
        return Mono.fromSupplier(() -> byId.get(id));
    }

    @Override
    public Mono<Void> touch(ActiveSession session, Instant now) {
        return Mono.fromRunnable(() -> {
            byId.computeIfPresent(session.id(), (same, stored) -> touched(stored, now));
            see(session.account(), now);
        });
    }

    @Override
    public Mono<Map<AccountId, Instant>> lastSeen() {
        return Mono.fromSupplier(() -> Map.copyOf(lastSeen));
    }

    private void see(AccountId account, Instant now) {
        lastSeen.merge(account, now, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Session touched(Session session, Instant now) {
        return session instanceof ActiveSession active && active.lastSeenAt().isBefore(now)
                ? new ActiveSession(
                        active.id(),
                        active.account(),
                        active.accountRevision(),
                        active.startedAt(),
                        now,
                        active.expiresAt(),
                        active.origin())
                : session;
    }

    @Override
    public Flux<ActiveSession> of(AccountId account) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(byId.values())))
                .filter(session -> session.account().equals(account))
                .ofType(ActiveSession.class);
    }

    @Override
    public Mono<Void> end(String id) {
        return Mono.fromRunnable(() -> byId.remove(id));
    }

    @Override
    public Mono<Void> endOthers(AccountId account, String except) {
        return Mono.fromRunnable(() -> byId.values()
                .removeIf(session ->
                        session.account().equals(account) && !session.id().equals(except)));
    }

    @Override
    public Mono<Long> count() {
        return Mono.fromSupplier(() -> (long) byId.size());
    }

    @Override
    public Mono<Void> forgetExpired(Instant now) {
        return Mono.fromRunnable(
                () -> byId.values().removeIf(session -> session.expiresAt().isBefore(now)));
    }
}
