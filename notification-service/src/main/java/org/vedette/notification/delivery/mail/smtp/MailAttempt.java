package org.vedette.notification.delivery.mail.smtp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.notification.delivery.Message;
import org.vedette.notification.delivery.servers.Domains.Domain;
import org.vedette.notification.delivery.servers.MailServer;
import org.vedette.notification.delivery.servers.Pace.SendTime;
import org.vedette.starter.ThreadConfined;

/** One attempt at a mail, which may take several offers to servers: the first refusal is not taken for the last word. */
@ThreadConfined("one thread after the other: the offers follow one another")
final class MailAttempt {

    private final Message.Mailable message;
    private final BooleanSupplier allowed;
    private final Domain domain;
    private final List<MailServer> tried = new ArrayList<>();
    private byte @Nullable [] mail;
    private final Map<MailServer, FirstRefusal> firstRefusals = new HashMap<>();
    private @Nullable SendTime slot;
    private int offers;

    /**
     * What was known at the first refusal.
     *
     * @param accepted how many mails the server had taken
     * @param acceptedOfDomain how many mails for the same domain were taken
     */
    record FirstRefusal(long accepted, long acceptedOfDomain) {}

    MailAttempt(Message.Mailable message, BooleanSupplier allowed, Domain domain) {
        this.message = message;
        this.allowed = allowed;
        this.domain = domain;
    }

    Message.Mailable message() {
        return message;
    }

    BooleanSupplier allowed() {
        return allowed;
    }

    Domain domain() {
        return domain;
    }

    List<MailServer> tried() {
        return tried;
    }

    /** When it was offered last. */
    @Nullable
    SendTime slot() {
        return slot;
    }

    int offers() {
        return offers;
    }

    /** The mail itself, composed once. */
    byte[] mail(Function<Message.Mailable, byte[]> composer) {
        var composed = mail;
        if (composed == null) {
            composed = composer.apply(message);
            mail = composed;
        }
        return composed;
    }

    /** @param at null for a probe */
    void offerTo(MailServer server, @Nullable SendTime at) {
        offers++;
        slot = at;
        if (!tried.contains(server)) {
            tried.add(server);
        }
    }

    @Nullable
    FirstRefusal firstRefusalBy(MailServer server) {
        return firstRefusals.get(server);
    }

    void refusedBy(MailServer server) {
        firstRefusals.put(server, new FirstRefusal(server.accepted(), domain.accepted()));
    }
}
