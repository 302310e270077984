package org.vedette.gateway.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View of the list of people.
 *
 * @param notice what was just done; null when nothing was
 */
public record PeoplePage(List<PersonRow> people, @Nullable String notice) {

    public PeoplePage {
        people = List.copyOf(people);
    }

    /**
     * A person in the list.
     *
     * @param roles separated by commas
     * @param lastSeen in UTC, to the minute, or {@code never}
     * @param secondFactor {@code on}, {@code off}, or a dash for somebody without a password
     */
    public record PersonRow(
            String path, String name, String login, String roles, String state, String lastSeen, String secondFactor) {}
}
