package org.vedette.notification.delivery.mail;

/**
 * The content of both parts of a confirmation mail.
 *
 * @param confirm placeholder of the subscriber's confirmation link
 * @param validity how long the link works, in words
 */
public record ConfirmationMailView(String siteTitle, String baseUrl, String confirm, String validity) {}
