package org.vedette.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.subethamail.smtp.server.SMTPServer;
import org.vedette.embedded.FreePorts;

/** A mail server that keeps the mails it receives, and that can be unavailable for a while. */
public final class TestMailServer {

    private final int port = FreePorts.any();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicReference<SMTPServer> server = new AtomicReference<>();

    public int port() {
        return port;
    }

    public void open() {
        var started = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> received.add(new Received(from, to, parse(data))))
                .build();
        started.start();
        server.set(started);
    }

    public void close() {
        server.getAndSet(null).stop();
    }

    public List<MimeMessage> mailsTo(String address) {
        return received.stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .map(Received::mail)
                .toList();
    }

    /** The senders in the envelopes of the mails to an address. */
    public List<String> sendersTo(String address) {
        return received.stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .map(Received::from)
                .toList();
    }

    private static MimeMessage parse(byte[] data) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
        } catch (MessagingException broken) {
            throw new AssertionError("not a mail", broken);
        }
    }

    private record Received(String from, String to, MimeMessage mail) {}
}
