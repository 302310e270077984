package org.vedette.gateway.accounts.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View of the account page.
 *
 * @param roles names of the roles, separated by commas
 * @param admin whether the person manages the accounts of others
 * @param password whether the person has a password here, and not at an identity provider
 * @param secondFactor what is said about the second factor
 * @param notice what was just done; null when nothing was
 * @param passwordError what is wrong with the form of the password; null when nothing is
 */
public record AccountPage(
        String csrfToken,
        String login,
        String displayName,
        String roles,
        boolean admin,
        boolean password,
        String secondFactor,
        List<SessionRow> sessions,
        @Nullable String notice,
        @Nullable String passwordError) {

    public AccountPage {
        sessions = List.copyOf(sessions);
    }

    /**
     * A session in the list.
     *
     * @param startedAt and {@code lastSeenAt}: in UTC, to the minute
     * @param current whether it is the one that asks
     */
    public record SessionRow(
            String id, String browser, String address, String startedAt, String lastSeenAt, boolean current) {}
}
