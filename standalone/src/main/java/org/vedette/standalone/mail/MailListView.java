package org.vedette.standalone.mail;

import java.util.List;

/**
 * The list of mails on the first page.
 *
 * @param items newest first
 * @param total number of all mails, including those that are not listed
 */
public record MailListView(List<Item> items, int total) {

    public MailListView {
        items = List.copyOf(items);
    }

    /**
     * One line of the list.
     *
     * @param href address of the mail's page
     * @param receivedAt formatted for people
     */
    public record Item(String href, String subject, String to, String receivedAt) {}
}
