package org.vedette.gateway.login.web;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.LinkPurpose;
import org.vedette.gateway.links.PasswordChoice;
import org.vedette.gateway.sessions.SessionService;
import reactor.core.publisher.Mono;

/** Sets a password by a one-time link, and records it. All sessions of the account end. */
@Component
class PasswordChoices {

    private final AccountLinkService links;
    private final PasswordHasher passwords;
    private final SessionService sessions;
    private final AuditLog audit;
    private final InstantSource clock;

    PasswordChoices(
            AccountLinkService links,
            PasswordHasher passwords,
            SessionService sessions,
            AuditLog audit,
            InstantSource clock) {
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when the link was used meanwhile. */
    Mono<ActiveAccount> choose(PasswordChoice choice, String password, String client) {
        return passwords
                .hash(password)
                .flatMap(hash -> links.choose(choice, hash))
                .flatMap(account -> sessions.endAll(account.id())
                        .then(audit.record(event(choice, client)))
                        .thenReturn(account));
    }

    private AuditEvent event(PasswordChoice choice, String client) {
        var action = choice.link().purpose() == LinkPurpose.INVITE
                ? AuditAction.INVITE_ACCEPTED
                : AuditAction.PASSWORD_RESET;
        return new AuditEvent(
                clock.instant(), choice.account().profile().login().value(), client, action, "");
    }
}
