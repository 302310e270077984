package org.vedette.gateway.administration;

import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.administration.ChangeResult.Changed;
import org.vedette.gateway.administration.ChangeResult.Refused;
import reactor.core.publisher.Mono;

/**
 * Somebody must be able to manage accounts. The store has no transactions, and two admins can demote each other at the same
 * time: therefore the rule is checked before a change and again after it, and a change that broke it is taken back.
 */
final class LastAdminRule {

    private static final Refused LAST_ADMIN =
            new Refused("This is the last administrator who can sign in. Make another person an administrator before.");

    private final Accounts accounts;

    LastAdminRule(Accounts accounts) {
        this.accounts = accounts;
    }

    Mono<ChangeResult> replace(Account before, Account next) {
        if (!before.isActiveAdmin() || next.isActiveAdmin()) {
            return replace(next);
        }
        return hasAnotherAdmin(before)
                .flatMap(another -> another
                        ? replace(next).flatMap(result -> confirm(result, (ActiveAccount) before, next))
                        : Mono.just(LAST_ADMIN));
    }

    private Mono<ChangeResult> confirm(ChangeResult result, ActiveAccount before, Account next) {
        return result instanceof Changed
                ? hasAnotherAdmin(before)
                        .flatMap(another -> another
                                ? Mono.just(result)
                                : accounts.replace(before.restoredAfter(next)).thenReturn(LAST_ADMIN))
                : Mono.just(result);
    }

    private Mono<ChangeResult> replace(Account next) {
        return accounts.replace(next).map(replaced -> replaced ? new Changed(next) : PeopleService.CONFLICT);
    }

    private Mono<Boolean> hasAnotherAdmin(Account account) {
        return accounts.all().any(other -> other.isActiveAdmin() && !other.id().equals(account.id()));
    }
}
