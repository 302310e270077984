package org.vedette.gateway.accounts.web;

import org.jspecify.annotations.Nullable;

/**
 * View of the page of the second factor.
 *
 * @param login the login name, for password managers
 * @param setup what is needed to set one up; null when there is one, or when none can be set up
 * @param isOn whether there is one
 * @param codesLeft number of recovery codes that are left
 * @param error what is wrong; null when nothing is
 */
public record SecondFactorPage(
        String csrfToken,
        String login,
        @Nullable Setup setup,
        boolean isOn,
        int codesLeft,
        @Nullable String error) {

    /**
     * A secret to be taken over by an app.
     *
     * @param secret in Base32
     * @param groupedSecret the same, in groups of four letters
     * @param keyUri link that opens an app on this device
     */
    public record Setup(String secret, String groupedSecret, String keyUri, QrCode code) {}
}
