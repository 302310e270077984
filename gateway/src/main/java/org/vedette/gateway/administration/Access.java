package org.vedette.gateway.administration;

import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.links.IssuedLink;
import org.vedette.gateway.links.LinkPurpose;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.tokens.PersonalTokens;
import reactor.core.publisher.Mono;

/** By what a person gets in: sessions, API tokens and one-time links. */
public final class Access {

    private final SessionService sessions;
    private final PersonalTokens tokens;
    private final AccountLinks links;
    private final AccountLinkService linkService;

    public Access(SessionService sessions, PersonalTokens tokens, AccountLinks links, AccountLinkService linkService) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.linkService = linkService;
    }

    Mono<IssuedLink> issue(Account account, LinkPurpose purpose) {
        return linkService.issue(account, purpose);
    }

    Mono<Void> endSessions(AccountId account) {
        return sessions.endAll(account);
    }

    /** Ends all of it, so that nothing comes to life again when the person is invited once more. */
    public Mono<Void> revoke(AccountId account) {
        return endSessions(account)
                .then(links.remove(account))
                .thenMany(tokens.of(account))
                .concatMap(token -> tokens.remove(account, token.id()))
                .then();
    }
}
