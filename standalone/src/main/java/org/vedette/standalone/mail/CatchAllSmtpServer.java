package org.vedette.standalone.mail;

import java.net.InetAddress;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on the loopback address that keeps every mail and delivers none. */
final class CatchAllSmtpServer implements AutoCloseable {

    private static final int MAX_MESSAGE_BYTES = 25 * 1024 * 1024;

    private final SMTPServer server;

    private CatchAllSmtpServer(SMTPServer server) {
        this.server = server;
    }

    /** Starts; port 0 takes a free one. */
    static CatchAllSmtpServer start(Mailbox mailbox, int port) {
        var server = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(port)
                .hostName("localhost")
                .softwareName("Vedette mail catcher")
                .maxMessageSize(MAX_MESSAGE_BYTES)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new MailboxMessageHandler(mailbox))
                .build();
        server.start();
        return new CatchAllSmtpServer(server);
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
