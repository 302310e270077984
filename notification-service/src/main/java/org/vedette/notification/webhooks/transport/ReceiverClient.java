package org.vedette.notification.webhooks.transport;

import java.util.Map;
import java.util.Optional;
import org.vedette.notification.webhooks.receivers.ReceiverAddress;
import reactor.core.publisher.Mono;

/** Sends messages to receivers. */
public interface ReceiverClient {

    /** Makes one attempt. Every failure is an answer, never an error. */
    Mono<ReceiverAnswer> send(ReceiverAddress address, Map<String, String> headers, byte[] body);

    /** Why nothing can be sent to an address now; empty when something can. */
    Mono<Optional<String>> refusal(ReceiverAddress address);
}
