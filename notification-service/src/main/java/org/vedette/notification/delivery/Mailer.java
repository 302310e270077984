package org.vedette.notification.delivery;

import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;

/** Composes mails and hands them to a mail server. */
public interface Mailer {

    /**
     * Makes one attempt to send a message. Every failure is a reply, never an error.
     *
     * @param allowed asked again just before the mail is handed over; when false it is not, and the reply is {@link
     *     Reply.Postponed}
     */
    Mono<Reply> send(Message.Mailable message, BooleanSupplier allowed);

    /** How many mails are worth claiming now: none while no mail server takes mail, one when one is to be tried. */
    default int capacity() {
        return Integer.MAX_VALUE;
    }

    /** Whether any mail server takes mail, as far as is known. */
    default boolean takesMail() {
        return true;
    }

    /** How many times a mail server that took no mail began to take it again. */
    default long recoveries() {
        return 0;
    }
}
