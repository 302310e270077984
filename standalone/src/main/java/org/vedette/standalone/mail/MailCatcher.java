package org.vedette.standalone.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** Takes mail in by SMTP, keeps it as files, shows it on a page and delivers none of it. */
public final class MailCatcher implements AutoCloseable {

    private final MailPageServer page;
    private final CatchAllSmtpServer smtp;

    private MailCatcher(MailPageServer page, CatchAllSmtpServer smtp) {
        this.page = page;
        this.smtp = smtp;
    }

    /**
     * Starts on the loopback address.
     *
     * @param directory where the mails are kept
     * @param pagePort port of the page; 0 takes a free one
     * @param smtpPort port of the SMTP server; 0 takes a free one
     */
    public static MailCatcher start(Path directory, int pagePort, int smtpPort, Clock clock) {
        var mailbox = new Mailbox(directory, clock);
        var page = MailPageServer.start(mailbox, pagePort);
        return new MailCatcher(page, CatchAllSmtpServer.start(mailbox, smtpPort));
    }

    public URI pageUrl() {
        return page.url();
    }

    public int smtpPort() {
        return smtp.port();
    }

    @Override
    public void close() {
        smtp.close();
        page.close();
    }
}
