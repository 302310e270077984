package org.vedette.notification.selfservice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.PageLayout;
import org.vedette.pages.form.Option;

/**
 * The page on which subscribers choose.
 *
 * @param address the masked address
 * @param token the credential, for the addresses of the forms
 * @param saved whether the choice has just been stored
 * @param error what is wrong with the input; null for nothing
 * @param form what is chosen, or was sent
 * @param series the series there are
 * @param tags the tags there are, as far as they fit into a hint; empty for none
 * @param days the days of the week
 * @param hours the hours of the day
 * @param zones the time zones
 * @param leave path of the page to unsubscribe
 */
public record PreferencesPage(
        PageLayout layout,
        String address,
        String token,
        boolean saved,
        @Nullable String error,
        PreferencesForm form,
        List<Option> series,
        String tags,
        List<Option> days,
        List<Option> hours,
        List<Option> zones,
        String leave) {

    public PreferencesPage {
        series = List.copyOf(series);
        days = List.copyOf(days);
        hours = List.copyOf(hours);
        zones = List.copyOf(zones);
    }
}
