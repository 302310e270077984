package org.vedette.gateway.people;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.administration.Access;
import org.vedette.gateway.administration.PeopleService;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.audit.AuditSearch;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.links.AccountMails;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.tokens.PersonalTokens;

/** Wires what admins do to accounts, and one-time links. */
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

    @Bean
    AccountLinkService accountLinkService(
            AccountLinks links,
            Accounts accounts,
            AccountMails mails,
            SecretGenerator secrets,
            GatewayProperties properties,
            Clock clock) {
        return new AccountLinkService(links, accounts, mails, secrets, properties.baseUrl(), clock);
    }

    @Bean
    PeopleService peopleService(
            Accounts accounts, Access access, Supplier<AccountId> accountIds, AuditLog audit, Clock clock) {
        return new PeopleService(accounts, access, accountIds, audit, clock);
    }

    @Bean
    Access access(SessionService sessions, PersonalTokens tokens, AccountLinks links, AccountLinkService linkService) {
        return new Access(sessions, tokens, links, linkService);
    }

    @Bean
    AuditSearch auditSearch(AuditLog audit, AccountProperties properties, Clock clock) {
        return new AuditSearch(audit, properties.auditRetention(), clock);
    }
}
