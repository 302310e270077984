package org.vedette.gateway.links.mail;

/**
 * The content of both parts of a mail with a one-time link.
 *
 * @param validity how long the link works, in words
 * @param doNothing what the person should know who has not asked for the mail
 */
public record AccountMailView(
        String siteTitle,
        String baseUrl,
        String subject,
        String text,
        String button,
        String link,
        String validity,
        String doNothing) {

    String plainText() {
        return """
                %s

                %s:
                %s

                The link works once, and for %s. %s

                --\s
                %s
                %s
                """.formatted(text, button, link, validity, doNothing, siteTitle, baseUrl);
    }
}
