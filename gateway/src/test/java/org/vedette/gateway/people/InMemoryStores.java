package org.vedette.gateway.people;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.links.InMemoryAccountLinks;
import org.vedette.gateway.links.SentMails;
import org.vedette.gateway.login.InMemoryLoginAttempts;
import org.vedette.gateway.login.LoginAttempts;
import org.vedette.gateway.sessions.InMemorySessions;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.gateway.tokens.InMemoryPersonalTokens;
import org.vedette.gateway.tokens.PersonalTokens;
import reactor.core.scheduler.Scheduler;

/** Keeps accounts, sessions and tokens in memory, so that the shared gateway of the tests needs no store. */
@TestConfiguration(proxyBeanMethods = false)
public class InMemoryStores {

    /** With the parameters of operation, each login would take a tenth of a second. */
    @Bean
    @Primary
    PasswordHasher quickPasswordHasher(Scheduler passwordScheduler) {
        return new PasswordHasher(new Argon2PasswordEncoder(16, 32, 1, 64, 1), passwordScheduler);
    }

    @Bean
    @Primary
    Accounts inMemoryAccounts() {
        return new InMemoryAccounts();
    }

    @Bean
    @Primary
    LoginAttempts inMemoryLoginAttempts() {
        return new InMemoryLoginAttempts();
    }

    @Bean
    @Primary
    Sessions inMemorySessions() {
        return new InMemorySessions();
    }

    @Bean
    @Primary
    PersonalTokens inMemoryPersonalTokens() {
        return new InMemoryPersonalTokens();
    }

    @Bean
    @Primary
    AuditLog inMemoryAuditLog() {
        return new InMemoryAuditLog();
    }

    @Bean
    @Primary
    AccountLinks inMemoryAccountLinks() {
        return new InMemoryAccountLinks();
    }

    @Bean
    @Primary
    SentMails sentMails() {
        return new SentMails();
    }
}
