package org.vedette.standalone.mail;

import java.util.List;

/**
 * The mails there are, as the first page shows them.
 *
 * @param items newest first
 * @param total how many there are, shown here or not
 */
public record MailListPage(List<Item> items, int total) {

    public MailListPage {
        items = List.copyOf(items);
    }

    /**
     * One line of the list.
     *
     * @param href address of the mail's page
     * @param receivedAt moment for people
     */
    public record Item(String href, String subject, String to, String receivedAt) {}
}
