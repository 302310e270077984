package org.vedette.gateway.administration.web;

import java.util.List;

/**
 * View of the list of people.
 *
 * @param invites whether people are invited, and not let in by an identity provider
 */
public record PeoplePage(List<PersonRow> people, boolean invites) {

    public PeoplePage {
        people = List.copyOf(people);
    }

    /**
     * A person in the list.
     *
     * @param roles separated by commas
     * @param lastSeen in UTC, to the minute, or {@code never}
     * @param secondFactor {@code on}, {@code off}, or a dash for somebody without a password here
     */
    public record PersonRow(
            String path, String name, String login, String roles, String state, String lastSeen, String secondFactor) {}
}
