package org.vedette.notification.studio.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.pages.ApplicationLayout;

/**
 * The switch of all mail, the mail servers, and what the domain needs.
 *
 * @param stopped says that all mail is stopped; null while it is not
 * @param uses who used the switch, the newest first
 * @param servers the mail servers as this process sees them
 * @param checks what should be so, as far as it can be judged from here
 * @param records DNS records to publish, as lines
 */
public record MailPage(
        ApplicationLayout layout,
        @Nullable String stopped,
        List<Use> uses,
        List<Server> servers,
        List<Check> checks,
        String records) {

    public MailPage {
        uses = List.copyOf(uses);
        servers = List.copyOf(servers);
        checks = List.copyOf(checks);
    }

    /** One use of the switch. */
    public record Use(String at, String by, String what) {}

    /** A mail server. */
    public record Server(String name, String state, String pace, String connections) {}

    /** Something that should be so. */
    public record Check(String state, String text) {}
}
