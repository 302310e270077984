package org.vedette.gateway.links;

import java.net.URI;
import org.vedette.gateway.accounts.Profile;
import reactor.core.publisher.Mono;

/** Mails to people about their accounts (port). */
public interface AccountMails {

    /** Whether there is a mail server to send by. */
    boolean areConfigured();

    /** Sends a one-time link; false when no mail server took it. */
    Mono<Boolean> send(Profile to, LinkPurpose purpose, URI link);
}
