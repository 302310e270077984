package org.vedette.gateway.tokens;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.accounts.AccountId;

/**
 * An API token of a person.
 *
 * @param id hash of the token
 * @param name what its owner calls it
 * @param lastUsedAt to the minute; null when it was never used
 */
public record PersonalToken(
        String id,
        AccountId owner,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public PersonalToken {
        var all = EnumSet.of(TokenScope.READ);
        all.addAll(scopes);
        scopes = Set.copyOf(all);
    }
}
