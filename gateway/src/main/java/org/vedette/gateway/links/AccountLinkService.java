package org.vedette.gateway.links;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.InvitedAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;
import reactor.core.publisher.Mono;

/** Issues one-time links, and lets each be used once. */
public final class AccountLinkService {

    /** Path of the page on which a password is chosen. */
    public static final String PATH = "/login/password";

    /** Nobody gets more mails than one in this time by asking for them. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final AccountLinks links;
    private final Accounts accounts;
    private final AccountMails mails;
    private final SecretGenerator secrets;
    private final URI baseUrl;
    private final InstantSource clock;

    public AccountLinkService(
            AccountLinks links,
            Accounts accounts,
            AccountMails mails,
            SecretGenerator secrets,
            URI baseUrl,
            InstantSource clock) {
        this.links = links;
        this.accounts = accounts;
        this.mails = mails;
        this.secrets = secrets;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Makes a link and mails it. The one that the account had does not work any more. */
    public Mono<IssuedLink> issue(Account account, LinkPurpose purpose) {
        var secret = secrets.next();
        var now = clock.instant();
        var link = new AccountLink(secret.sha256(), account.id(), purpose, now, now.plus(purpose.validity()));
        var address = baseUrl.resolve(PATH + "?link=" + secret.value());
        return links.put(link)
                .then(mails.send(account.profile(), purpose, address))
                .map(mailed -> new IssuedLink(purpose, address, link.expiresAt(), mailed));
    }

    /**
     * Mails a link to a person who has forgotten a password. Empty when there is no such account here, or when it got a
     * link a moment ago.
     */
    public Mono<IssuedLink> requestReset(LoginName login) {
        return accounts.with(login)
                .ofType(ActiveAccount.class)
                .filter(account -> !account.id().isOfProvider())
                .filterWhen(account -> links.of(account.id())
                        .map(link -> link.createdAt().plus(PAUSE).isBefore(clock.instant()))
                        .defaultIfEmpty(true))
                .flatMap(account -> issue(account, LinkPurpose.RESET));
    }

    /** Empty when the link is unknown, used, replaced or expired, or when the account has another state by now. */
    public Mono<PasswordChoice> find(Secret secret) {
        return links.with(secret.sha256())
                .filter(link -> clock.instant().isBefore(link.expiresAt()))
                .flatMap(link -> accounts.with(link.account())
                        .filter(account -> isFor(link.purpose(), account))
                        .map(account -> new PasswordChoice(link, account)));
    }

    /** Sets the password and uses the link up. Empty when somebody else was faster. */
    public Mono<ActiveAccount> choose(PasswordChoice choice, String passwordHash) {
        var next = withPassword(choice.account(), passwordHash, clock.instant());
        return links.use(choice.link())
                .filter(Boolean::booleanValue)
                .flatMap(used -> accounts.replace(next))
                .filter(Boolean::booleanValue)
                .map(replaced -> next);
    }

    private static boolean isFor(LinkPurpose purpose, Account account) {
        return purpose == LinkPurpose.INVITE ? account instanceof InvitedAccount : account instanceof ActiveAccount;
    }

    private static ActiveAccount withPassword(Account account, String hash, Instant now) {
        return account instanceof InvitedAccount invited
                ? invited.activate(hash, now)
                : ((ActiveAccount) account).withPassword(hash, now);
    }
}
