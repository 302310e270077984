package org.vedette.notification.delivery.mail;

/**
 * What both parts of a confirmation mail show.
 *
 * @param confirm where the subscriber's own link belongs
 * @param validity how long the link works, in words
 */
public record ConfirmationMailView(String siteTitle, String baseUrl, String confirm, String validity) {}
