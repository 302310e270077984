package org.vedette.notification.delivery;

import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/** Composes mails and hands them to a mail server. */
public interface Mailer {

    /**
     * Makes one attempt to send a message. Every failure is a reply, never an error.
     *
     * @param allowed asked again just before the mail is handed over; when false it is not, and the reply is {@link
     *     Reply.TryLater}
     */
    Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed);
}
