package org.vedette.gateway.login.web;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.AccountLinkService;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Handles what people without a password ask for after they were answered, so that the time tells nothing about accounts. */
@Component
class ResetRequests {

    private static final Logger log = LoggerFactory.getLogger(ResetRequests.class);

    private final AccountLinkService links;
    private final AuditLog audit;
    private final Scheduler mailScheduler;
    private final InstantSource clock;

    ResetRequests(AccountLinkService links, AuditLog audit, Scheduler mailScheduler, InstantSource clock) {
        this.links = links;
        this.audit = audit;
        this.mailScheduler = mailScheduler;
        this.clock = clock;
    }

    /** Returns at once. What fails is logged: the person asks again. */
    void submit(String login, String client) {
        var unused = Mono.justOrEmpty(LoginName.parse(login))
                .flatMap(name -> send(name, client))
                .subscribeOn(mailScheduler)
                .subscribe(
                        done -> {},
                        failure -> log.warn("Could not handle a request for another password: {}", failure.toString()));
    }

    private Mono<Void> send(LoginName login, String client) {
        return links.requestReset(login)
                .map(link -> link.mailed() ? "" : "no mail was sent")
                .flatMap(detail -> audit.record(
                        new AuditEvent(clock.instant(), login.value(), client, AuditAction.RESET_REQUESTED, detail)));
    }
}
