package org.vedette.gateway.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PersonalTokens} in memory. */
public final class InMemoryPersonalTokens implements PersonalTokens {

    private final Map<String, PersonalToken> byId = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> add(PersonalToken token) {
        return Mono.fromRunnable(() -> byId.put(token.id(), token));
    }

    @Override
    public Mono<PersonalToken> with(String id) {
        return Mono.fromSupplier(() -> byId.get(id));
    }

    @Override
    public Flux<PersonalToken> of(AccountId owner) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(byId.values())))
                .filter(token -> token.owner().equals(owner));
    }

    @Override
    public Mono<Boolean> remove(AccountId owner, String id) {
        return Mono.fromSupplier(() -> {
            var token = byId.get(id);
            return token != null && token.owner().equals(owner) && byId.remove(id, token);
        });
    }

    @Override
    public Mono<Void> touch(String id, Instant now) {
        return Mono.fromRunnable(() -> byId.computeIfPresent(
                id,
                (same, token) -> new PersonalToken(
                        id, token.owner(), token.name(), token.scopes(), token.createdAt(), token.expiresAt(), now)));
    }

    @Override
    public Mono<Void> forgetExpired(Instant end) {
        return Mono.fromRunnable(
                () -> byId.values().removeIf(token -> token.expiresAt().isBefore(end)));
    }
}
