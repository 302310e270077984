package org.vedette.gateway.administration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.gateway.administration.web.PeoplePage.PersonRow;
import org.vedette.pages.Link;
import org.vedette.pages.form.Form;

/**
 * View of the page of a person.
 *
 * @param form name and roles
 * @param ofProvider whether the person signs in at an identity provider
 * @param changes pages on which other changes are confirmed
 * @param notice what was just done; null when nothing was
 * @param error what is wrong with the form; null when nothing is
 */
public record PersonPage(
        PersonRow person,
        Form form,
        boolean ofProvider,
        List<Link> changes,
        @Nullable String notice,
        @Nullable String error) {

    public PersonPage {
        changes = List.copyOf(changes);
    }
}
