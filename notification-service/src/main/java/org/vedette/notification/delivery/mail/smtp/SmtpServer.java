package org.vedette.notification.delivery.mail.smtp;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.vedette.notification.delivery.mail.transport.SmtpConnectionPool;
import org.vedette.notification.delivery.servers.MailServer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A mail server with its connections, and one thread for each of them. */
final class SmtpServer {

    private final MailServer state;
    private final SmtpConnectionPool connections;
    private final ExecutorService threads;
    private final Scheduler scheduler;

    SmtpServer(MailServer state, SmtpConnectionPool connections, int threads) {
        this.state = state;
        this.connections = connections;
        this.threads = Executors.newFixedThreadPool(threads, SmtpServer::thread);
        this.scheduler = Schedulers.fromExecutorService(this.threads);
    }

    MailServer state() {
        return state;
    }

    SmtpConnectionPool connections() {
        return connections;
    }

    /** Runs on the threads of the connections. */
    Scheduler scheduler() {
        return scheduler;
    }

    void close() {
        threads.shutdown();
        scheduler.dispose();
        connections.closeAllIdle();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "smtp");
        thread.setDaemon(true);
        return thread;
    }
}
