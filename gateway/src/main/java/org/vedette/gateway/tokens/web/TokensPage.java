package org.vedette.gateway.tokens.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View of the page of API tokens.
 *
 * @param created the token that was just made, shown once; null when none was
 * @param name what was entered as the name of a new token
 * @param error what is wrong with the form; null when nothing is
 */
public record TokensPage(
        String csrfToken,
        List<TokenRow> tokens,
        @Nullable Created created,
        String name,
        @Nullable String error) {

    public TokensPage {
        tokens = List.copyOf(tokens);
    }

    public record Created(String name, String secret) {}

    /**
     * A token in the list; dates are in UTC.
     *
     * @param lastUsedAt to the minute, or {@code never}
     */
    public record TokenRow(
            String id, String name, String scopes, String createdAt, String expiresAt, String lastUsedAt) {}
}
