package org.vedette.gateway.accounts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link Accounts} in memory. */
public final class InMemoryAccounts implements Accounts {

    private final Map<AccountId, Account> byId = new ConcurrentHashMap<>();

    @Override
    public synchronized Mono<Boolean> add(Account account) {
        var taken = byId.containsKey(account.id())
                || byId.values().stream()
                        .anyMatch(known ->
                                known.profile().login().equals(account.profile().login()));
        if (!taken) {
            byId.put(account.id(), account);
        }
        return Mono.just(!taken);
    }

    @Override
    public synchronized Mono<Boolean> replace(Account next) {
        var known = byId.get(next.id());
        var asExpected = known != null && known.revision() == next.revision() - 1;
        if (asExpected) {
            byId.put(next.id(), next);
        }
        return Mono.just(asExpected);
    }

    @Override
    public Mono<Account> with(AccountId id) {
        return Mono.fromSupplier(() -> byId.get(id));
    }

    @Override
    public Mono<Account> with(LoginName login) {
        return Mono.defer(() -> Mono.justOrEmpty(byId.values().stream()
                .filter(account -> account.profile().login().equals(login))
                .findFirst()));
    }

    @Override
    public Flux<Account> all() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(byId.values())));
    }

    @Override
    public Mono<Boolean> isEmpty() {
        return Mono.fromSupplier(byId::isEmpty);
    }
}
