package org.vedette.notification.delivery.mail.request;

import org.vedette.notification.selfservice.RequestedMail;

/**
 * What a mail says that a subscriber requested.
 *
 * @param subject what it is about
 * @param reason why it comes
 * @param action what its link is for
 * @param otherwise what to do when it was not requested
 */
public record RequestWording(String subject, String reason, String action, String otherwise) {

    /** The wording of a mail. */
    public static RequestWording of(RequestedMail mail, String siteTitle, String newAddress) {
        return switch (mail) {
            case OLD_ADDRESS ->
                new RequestWording(
                        "Change the address of your subscription to " + siteTitle,
                        "Somebody, hopefully you, asked for " + siteTitle + " to be sent to " + newAddress
                                + " instead of to this address. Both addresses have to confirm it.",
                        "Confirm that you move to the new address",
                        "The link works for two days. If it was not you, do nothing: without this confirmation nothing"
                                + " changes.");
            case NEW_ADDRESS ->
                new RequestWording(
                        "Confirm your new address for " + siteTitle,
                        "Somebody, hopefully you, asked for " + siteTitle
                                + " to be sent to this address from now on. Both addresses have to confirm it.",
                        "Confirm that this address is yours",
                        "The link works for two days. If it was not you, do nothing: without this confirmation nothing is"
                                + " sent here.");
            case OWN_DATA ->
                new RequestWording(
                        "Your data at " + siteTitle,
                        "Somebody, hopefully you, asked to see what " + siteTitle
                                + " stores about this address, to take it along or to erase it.",
                        "See my data",
                        "The link works for an hour. If it was not you, do nothing. Please do not forward this mail: whoever"
                                + " has it can see and erase your data.");
        };
    }
}
