package org.vedette.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.administration.Access;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.InMemoryAccountLinks;
import org.vedette.gateway.links.SentMails;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.InMemorySessions;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SessionTimeouts;
import org.vedette.gateway.tokens.InMemoryPersonalTokens;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class OidcAccountsTests {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @Test
    void aLoginThatOthersAlwaysPrecedeIsAskedToComeBackInAMoment() {
        var token = new OidcIdToken("token", NOW, NOW.plusSeconds(60), Map.of("sub", "ada", "groups", List.of("desk")));

        StepVerifier.create(oidcAccounts().signIn(new DefaultOidcUser(List.of(), token), "192.0.2.1"))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refusal -> assertThat(refusal.problem().type())
                                        .isEqualTo(StandardProblem.UPSTREAM_UNAVAILABLE)));
    }

    private static OidcAccounts oidcAccounts() {
        var accounts = new ContestedAccounts();
        var secrets = new SecretGenerator(new SecureRandom());
        var links = new InMemoryAccountLinks();
        var sessions = new SessionService(
                new InMemorySessions(),
                new ActiveAccounts(accounts, true),
                secrets,
                new SessionTimeouts(Duration.ofHours(2), Duration.ofHours(12)),
                CLOCK);
        var linkService = new AccountLinkService(
                links, accounts, new SentMails(), secrets, URI.create("https://blog.example.org"), CLOCK);
        return new OidcAccounts(
                accounts,
                new Access(sessions, new InMemoryPersonalTokens(), links, linkService),
                new InMemoryAuditLog(),
                properties(),
                CLOCK);
    }

    private static OidcProperties properties() {
        var provider = URI.create("https://login.example.org");
        return new OidcProperties(
                "vedette",
                "the-secret",
                provider.toString(),
                provider,
                provider,
                provider,
                null,
                Set.of("openid"),
                "RS256",
                "groups",
                List.of("desk=editor"),
                false,
                Duration.ofSeconds(10));
    }

    /** Accounts that another instance always changes first. */
    private static final class ContestedAccounts implements Accounts {

        @Override
        public Mono<Boolean> add(Account account) {
            return Mono.just(false);
        }

        @Override
        public Mono<Boolean> replace(Account next) {
            return Mono.just(false);
        }

        @Override
        public Mono<Account> with(AccountId id) {
            return Mono.empty();
        }

        @Override
        public Mono<Account> with(LoginName login) {
            return Mono.empty();
        }

        @Override
        public Flux<Account> all() {
            return Flux.empty();
        }

        @Override
        public Mono<Boolean> isEmpty() {
            return Mono.just(false);
        }
    }
}
