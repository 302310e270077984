package org.vedette.gateway.people;

import com.fasterxml.uuid.Generators;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.accounts.FirstAdmin;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.login.LoginAttempts;
import org.vedette.gateway.login.LoginService;
import org.vedette.gateway.secondfactor.SecondFactors;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.CsrfTokens;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SessionTimeouts;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.gateway.tokens.PersonalTokenService;
import org.vedette.gateway.tokens.PersonalTokens;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires accounts, sessions and tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class PeopleConfiguration {

    /** Each takes 16 MB while it works. */
    private static final int PASSWORD_THREADS = 2;

    private static final int WAITING_PASSWORDS = 100;

    @Bean
    MongoDatabase gatewayDatabase(MongoClient client, AccountProperties properties) {
        return client.getDatabase(properties.database());
    }

    @Bean
    SecretGenerator secretGenerator() {
        return new SecretGenerator(new SecureRandom());
    }

    @Bean
    Supplier<AccountId> accountIds() {
        var ids = Generators.timeBasedEpochGenerator();
        return () -> new AccountId(ids.generate());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler passwordScheduler() {
        return Schedulers.newBoundedElastic(PASSWORD_THREADS, WAITING_PASSWORDS, "passwords");
    }

    @Bean
    PasswordHasher passwordHasher(Scheduler passwordScheduler) {
        return new PasswordHasher(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), passwordScheduler);
    }

    @Bean
    LoginService loginService(
            Accounts accounts,
            PasswordHasher passwords,
            SecondFactors factors,
            LoginAttempts attempts,
            AuditLog audit,
            Clock clock) {
        return new LoginService(accounts, passwords, factors, attempts, audit, clock);
    }

    @Bean
    SessionService sessionService(
            Sessions sessions,
            ActiveAccounts accounts,
            SecretGenerator secrets,
            AccountProperties properties,
            Clock clock) {
        var timeouts = new SessionTimeouts(properties.sessionIdle(), properties.sessionEnd());
        return new SessionService(sessions, accounts, secrets, timeouts, clock);
    }

    @Bean
    CsrfTokens csrfTokens(SecretGenerator secrets) {
        return new CsrfTokens(secrets);
    }

    @Bean
    PersonalTokenService personalTokenService(
            PersonalTokens tokens, ActiveAccounts accounts, SecretGenerator secrets, AuditLog audit, Clock clock) {
        return new PersonalTokenService(tokens, accounts, secrets, audit, clock);
    }

    /** NaN until the store has answered once. */
    @Bean
    BackgroundWorker sessionCounter(Sessions sessions, MeterRegistry meters) {
        var count = new AtomicReference<>(Double.NaN);
        Gauge.builder("vedette.gateway.sessions", count, AtomicReference::get)
                .description("Sessions that are stored, about")
                .register(meters);
        return BackgroundWorker.every(
                Duration.ofSeconds(30), "session-counter", () -> count.set(PeopleWorkers.count(sessions)));
    }

    @Bean
    BackgroundWorker peopleSweep(
            Sessions sessions,
            PersonalTokens tokens,
            LoginAttempts attempts,
            AccountLinks links,
            AuditLog audit,
            AccountProperties properties,
            Clock clock) {
        var sweeper = new PeopleSweeper(sessions, tokens, attempts, links, audit, properties.auditRetention(), clock);
        return BackgroundWorker.every(Duration.ofHours(1), "people-sweep", () -> PeopleWorkers.sweep(sweeper));
    }

    /** Goes on trying while the store is unavailable. */
    @Bean
    BackgroundWorker firstAdmin(
            Accounts accounts,
            PasswordHasher passwords,
            Supplier<AccountId> accountIds,
            AuditLog audit,
            AccountProperties properties,
            Clock clock) {
        var admin = new FirstAdmin(accounts, passwords, accountIds, audit, clock);
        var file = properties.adminPasswordFile();
        var first = file == null
                ? Optional.<FirstAdminPassword>empty()
                : FirstAdminPassword.read(properties.adminLogin(), file);
        return BackgroundWorker.untilItSucceeds(
                "first-admin", () -> first.ifPresent(each -> PeopleWorkers.createFirstAdmin(admin, each)));
    }
}
