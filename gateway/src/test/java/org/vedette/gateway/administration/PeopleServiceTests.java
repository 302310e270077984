package org.vedette.gateway.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.ActiveAccounts;
import org.vedette.gateway.accounts.DisabledAccount;
import org.vedette.gateway.accounts.InMemoryAccounts;
import org.vedette.gateway.accounts.InvitedAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.administration.ChangeResult.Changed;
import org.vedette.gateway.administration.ChangeResult.LinkSent;
import org.vedette.gateway.administration.ChangeResult.Refused;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.links.AccountLinkService;
import org.vedette.gateway.links.InMemoryAccountLinks;
import org.vedette.gateway.links.SentMails;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import org.vedette.gateway.sessions.ClientDescription;
import org.vedette.gateway.sessions.InMemorySessions;
import org.vedette.gateway.sessions.SessionService;
import org.vedette.gateway.sessions.SessionTimeouts;
import org.vedette.gateway.tokens.InMemoryPersonalTokens;
import org.vedette.gateway.tokens.PersonalToken;
import org.vedette.gateway.tokens.TokenScope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class PeopleServiceTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Actor ROOT = new Actor(new LoginName("root"), "192.0.2.1");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-30T12:00:00Z"));

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryAccountLinks links = new InMemoryAccountLinks();
    private final InMemoryPersonalTokens tokens = new InMemoryPersonalTokens();
    private final SentMails mails = new SentMails();
    private final SecretGenerator secrets = new SecretGenerator(new SecureRandom());
    private final SessionService sessions = new SessionService(
            new InMemorySessions(),
            new ActiveAccounts(accounts, true),
            secrets,
            new SessionTimeouts(Duration.ofHours(2), Duration.ofHours(12)),
            CLOCK);
    private final AccountLinkService linkService =
            new AccountLinkService(links, accounts, mails, secrets, URI.create("https://blog.example.org"), CLOCK);
    private final PeopleService people = new PeopleService(
            accounts,
            new Access(sessions, tokens, links, linkService),
            () -> new AccountId(UUID.randomUUID()),
            audit,
            CLOCK);

    @Test
    void anInvitedPersonChoosesAPasswordByTheLinkOfTheMailOnce() {
        var result = get(people.invite(new LoginName("grace@example.org"), "Grace", Set.of(Role.EDITOR), ROOT));
        assertThat(result)
                .isInstanceOfSatisfying(
                        LinkSent.class, sent -> assertThat(sent.link().mailed()).isTrue());
        var choice = get(linkService.find(secretTo("grace@example.org")));

        var active = get(linkService.choose(choice, "hash"));

        assertThat(active.profile().roles()).containsExactly(Role.EDITOR);
        assertThat(linkService.find(secretTo("grace@example.org")).blockOptional(TIMEOUT))
                .isEmpty();
        assertThat(linkService.choose(choice, "another").blockOptional(TIMEOUT)).isEmpty();
        assertThat(audit.actions()).containsExactly(AuditAction.INVITED);
    }

    @Test
    void aSecondInviteReplacesTheFirst() {
        get(people.invite(new LoginName("grace@example.org"), "Grace", Set.of(Role.EDITOR), ROOT));
        var first = secretTo("grace@example.org");
        var account = get(accounts.with(new LoginName("grace@example.org")));

        get(people.inviteAgain(account, ROOT));

        assertThat(linkService.find(first).blockOptional(TIMEOUT)).isEmpty();
        assertThat(get(linkService.find(secretTo("grace@example.org")))).isNotNull();
    }

    @Test
    void aLoginNameThatIsTakenIsRefused() {
        var ada = added(TestAccounts.anActiveAccount());

        var result = get(people.invite(ada.profile().login(), "Another Ada", Set.of(Role.AUTHOR), ROOT));

        assertThat(result).isInstanceOf(Refused.class);
    }

    @Test
    void theLastAdminIsNeitherDemotedNorDisabled() {
        var admin = admin();

        assertThat(get(people.change(admin, "Root", Set.of(Role.EDITOR), ROOT))).isInstanceOf(Refused.class);
        assertThat(get(people.disable(admin, ROOT))).isInstanceOf(Refused.class);
        assertThat(get(accounts.with(admin.id()))).isEqualTo(admin);
    }

    @Test
    void twoAdminsWhoDemoteEachOtherDoNotBothSucceed() {
        for (int i = 0; i < 50; i++) {
            var one = admin();
            var other = admin();

            get(Flux.just(one, other)
                    .flatMap(admin -> people.change(admin, "Root", Set.of(Role.AUTHOR), ROOT)
                            .subscribeOn(Schedulers.parallel()))
                    .then(Mono.just(true)));

            var admins = get(accounts.all().filter(Account::isActiveAdmin).collectList());
            assertThat(admins).isNotEmpty();
            admins.forEach(left -> assertThat(accounts.replace(((ActiveAccount) left).disable(CLOCK.instant()))
                            .block(TIMEOUT))
                    .isTrue());
        }
    }

    @Test
    void aDisabledPersonLosesSessionAndLink() {
        admin();
        var ada = added(TestAccounts.anActiveAccount());
        get(people.resetPassword(ada, ROOT));
        var link = secretTo(ada.profile().login().value());
        var session = get(sessions.start(ada, new ClientDescription("192.0.2.2", "Firefox")));

        assertThat(get(people.disable(ada, ROOT))).isInstanceOf(Changed.class);

        assertThat(sessions.signedIn(session.secret()).blockOptional(TIMEOUT)).isEmpty();
        assertThat(linkService.find(link).blockOptional(TIMEOUT)).isEmpty();
        assertThat(get(accounts.with(ada.id()))).isInstanceOf(DisabledAccount.class);
        assertThat(get(people.inviteAgain(get(accounts.with(ada.id())), ROOT))).isInstanceOf(LinkSent.class);
        assertThat(get(accounts.with(ada.id()))).isInstanceOf(InvitedAccount.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tokensThatADisablingLeftBehindDoNotComeToLifeAgain(boolean disabledOnceMore) {
        var ada = added(TestAccounts.anActiveAccount());
        var token = new PersonalToken(
                "hash-of-a-token",
                ada.id(),
                "nightly",
                Set.of(TokenScope.WRITE),
                CLOCK.instant(),
                CLOCK.instant().plus(Duration.ofDays(300)),
                null);
        assertThat(tokens.add(token).thenReturn(true).block(TIMEOUT)).isTrue();
        // The store failed after the first of the two writes.
        var disabled = ada.disable(CLOCK.instant());
        assertThat(accounts.replace(disabled).block(TIMEOUT)).isTrue();

        if (disabledOnceMore) {
            assertThat(get(people.disable(disabled, ROOT))).isInstanceOf(Refused.class);
        } else {
            assertThat(get(people.inviteAgain(disabled, ROOT))).isInstanceOf(LinkSent.class);
        }

        assertThat(tokens.with(token.id()).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void aDisabledPersonOfTheProviderIsEnabledAndNotInvited() {
        var ada = added(TestAccounts.anAccountOfAProvider());
        assertThat(get(people.resetPassword(ada, ROOT))).isInstanceOf(Refused.class);
        get(people.disable(ada, ROOT));
        var disabled = get(accounts.with(ada.id()));

        assertThat(get(people.inviteAgain(disabled, ROOT))).isInstanceOf(Refused.class);
        assertThat(get(people.enable(disabled, ROOT))).isInstanceOf(Changed.class);

        assertThat(get(accounts.with(ada.id()))).isInstanceOf(ActiveAccount.class);
        assertThat(audit.actions()).containsExactly(AuditAction.ACCOUNT_DISABLED, AuditAction.ACCOUNT_ENABLED);
    }

    @Test
    void aLocalAccountIsNotEnabledWithoutAPassword() {
        var ada = added(TestAccounts.aDisabledAccount());

        assertThat(get(people.enable(ada, ROOT))).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyOfTheProviderGetsALinkToChooseAPassword() {
        var ada = added(TestAccounts.anAccountOfAProvider());

        assertThat(linkService.requestReset(ada.profile().login()).blockOptional(TIMEOUT))
                .isEmpty();
    }

    @Test
    void aSecondFactorIsRemovedForAPersonWhoHasLostIt() {
        var grace = added(TestAccounts.anAccountWithSecondFactor());

        assertThat(get(people.removeSecondFactor(grace, ROOT))).isInstanceOf(Changed.class);

        assertThat(get(accounts.with(grace.id())))
                .isInstanceOfSatisfying(
                        ActiveAccount.class,
                        active -> assertThat(active.secondFactor()).isNull());
        assertThat(audit.actions()).containsExactly(AuditAction.SECOND_FACTOR_RESET);
    }

    @Test
    void changesOfNameAndRolesAreRecordedWithWhatTheyWere() {
        var ada = added(TestAccounts.anActiveAccount());

        get(people.change(ada, "Ada Lovelace", Set.of(Role.EDITOR), ROOT));

        assertThat(audit.actions()).containsExactly(AuditAction.NAME_CHANGED, AuditAction.ROLES_CHANGED);
        assertThat(audit.events().get(1).detail()).endsWith(": author, editor to editor");
    }

    @Test
    void askingForAnotherPasswordOverAndOverSendsOneMail() {
        var ada = added(TestAccounts.anActiveAccount());
        assertThat(get(linkService.requestReset(ada.profile().login())).mailed())
                .isTrue();

        assertThat(linkService.requestReset(ada.profile().login()).blockOptional(TIMEOUT))
                .isEmpty();
    }

    private Secret secretTo(String login) {
        var link = mails.linkTo(login).orElseThrow().toString();
        return new Secret(link.substring(link.indexOf('=') + 1));
    }

    @CanIgnoreReturnValue
    private ActiveAccount admin() {
        var account = TestAccounts.anActiveAccount();
        var profile = account.profile().with("Root", Set.of(Role.ADMIN));
        return added(ActiveAccount.first(profile, account.password()));
    }

    private <T extends Account> T added(T account) {
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
        return account;
    }

    @CanIgnoreReturnValue
    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(TIMEOUT));
    }
}
