package org.vedette.standalone.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Where mail ends that has nowhere else to go: taken in by SMTP, kept as files, shown on a page. */
public final class MailDesk implements AutoCloseable {

    private final MailServer page;
    private final MailCatcher catcher;

    private MailDesk(MailServer page, MailCatcher catcher) {
        this.page = page;
        this.catcher = catcher;
    }

    /**
     * Starts on the loopback address.
     *
     * @param directory where the mails lie
     * @param pagePort port of the page; 0 takes a free one
     */
    public static MailDesk open(Path directory, int pagePort, Clock clock) {
        var mailbox = new Mailbox(directory, clock);
        var page = MailServer.start(mailbox, pagePort);
        return new MailDesk(page, MailCatcher.start(mailbox));
    }

    public URI pageUrl() {
        return page.url();
    }

    public int smtpPort() {
        return catcher.port();
    }

    @Override
    public void close() {
        catcher.close();
        page.close();
    }
}
