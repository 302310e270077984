package org.vedette.standalone.mail;

import java.net.InetAddress;
import java.util.concurrent.Executors;
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
                .serverThreadName("mail-catcher")
                .executorService(Executors.newCachedThreadPool(CatchAllSmtpServer::sessionThread))
                .maxMessageSize(MAX_MESSAGE_BYTES)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new MailboxMessageHandler(mailbox))
                .build();
        server.start();
        return new CatchAllSmtpServer(server);
    }

    private static Thread sessionThread(Runnable task) {
        var thread = new Thread(task, "mail-catcher-session");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
