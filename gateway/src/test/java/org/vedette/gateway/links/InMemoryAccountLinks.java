package org.vedette.gateway.links;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vedette.gateway.accounts.AccountId;
import reactor.core.publisher.Mono;

/** {@link AccountLinks} in memory. */
public final class InMemoryAccountLinks implements AccountLinks {

    private final Map<AccountId, AccountLink> byAccount = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> put(AccountLink link) {
        return Mono.fromRunnable(() -> byAccount.put(link.account(), link));
    }

    @Override
    public Mono<AccountLink> with(String id) {
        return Mono.defer(() -> Mono.justOrEmpty(
                byAccount.values().stream().filter(link -> link.id().equals(id)).findFirst()));
    }

    @Override
    public Mono<AccountLink> of(AccountId account) {
        return Mono.fromSupplier(() -> byAccount.get(account));
    }

    @Override
    public Mono<Boolean> use(AccountLink link) {
        return Mono.fromSupplier(() -> byAccount.remove(link.account(), link));
    }

    @Override
    public Mono<Void> remove(AccountId account) {
        return Mono.fromRunnable(() -> byAccount.remove(account));
    }

    @Override
    public Mono<Void> forgetExpired(Instant now) {
        return Mono.fromRunnable(
                () -> byAccount.values().removeIf(link -> link.expiresAt().isBefore(now)));
    }
}
