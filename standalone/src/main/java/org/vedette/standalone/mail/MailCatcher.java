package org.vedette.standalone.mail;

import java.net.InetAddress;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on the loopback address that delivers nothing and keeps everything. */
final class MailCatcher implements AutoCloseable {

    private static final int LARGEST = 25 * 1024 * 1024;

    private final SMTPServer server;

    private MailCatcher(SMTPServer server) {
        this.server = server;
    }

    /** Starts on a free port. */
    static MailCatcher start(Mailbox mailbox) {
        var server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .hostName("localhost")
                .softwareName("Vedette mail catcher")
                .maxMessageSize(LARGEST)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new CatchingHandler(mailbox))
                .build();
        server.start();
        return new MailCatcher(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
