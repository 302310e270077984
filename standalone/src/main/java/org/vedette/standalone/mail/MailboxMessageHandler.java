package org.vedette.standalone.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Stores one mail, with its envelope in fields above it, before the SMTP client gets the positive reply. */
final class MailboxMessageHandler implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(MailboxMessageHandler.class);
    private static final int INSUFFICIENT_STORAGE = 452;

    private final Mailbox mailbox;
    private final List<String> envelope = new ArrayList<>();

    MailboxMessageHandler(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String sender) {
        envelope.add("Return-Path: <" + sender + ">\r\n");
    }

    @Override
    public void recipient(String recipient) {
        envelope.add("Delivered-To: " + recipient + "\r\n");
    }

    @Override
    public String data(InputStream data) throws IOException, RejectException {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(String.join("", envelope).getBytes(UTF_8));
        data.transferTo(mail);
        try {
            return "Kept as " + mailbox.store(mail.toByteArray());
        } catch (IOException e) {
            log.error("A mail could not be stored; its sender gets a 452", e);
            throw new RejectException(INSUFFICIENT_STORAGE, "The mail could not be written to the disk");
        }
    }

    @Override
    public void done() {
        envelope.clear();
    }
}
