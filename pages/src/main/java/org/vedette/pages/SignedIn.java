package org.vedette.pages;

import java.util.List;

/**
 * The person who is signed in, with the way to the account and out.
 *
 * @param name what the person is called
 * @param accountPath path of the account page
 * @param logoutPath where the form to log out is sent
 * @param logoutFields what that form sends, such as a token against request forgery
 */
public record SignedIn(String name, String accountPath, String logoutPath, List<HiddenField> logoutFields) {

    public SignedIn {
        logoutFields = List.copyOf(logoutFields);
    }
}
