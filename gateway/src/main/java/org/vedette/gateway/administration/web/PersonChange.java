package org.vedette.gateway.administration.web;

import java.util.Arrays;
import java.util.Optional;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.DisabledAccount;
import org.vedette.gateway.administration.Actor;
import org.vedette.gateway.administration.ChangeResult;
import org.vedette.gateway.administration.PeopleService;
import reactor.core.publisher.Mono;

/** A change that is confirmed on a page of its own. */
enum PersonChange {
    INVITATION(
            "invitation",
            "Invite again",
            "%s gets a new link to choose a password. An earlier link does not work any more.",
            "The person is invited."),
    ENABLED(
            "enabled",
            "Enable the account",
            "%s can sign in at the identity provider again, and gets the roles of the groups there.",
            "The account is enabled."),
    PASSWORD(
            "password",
            "Reset the password",
            "%s gets a link to choose another password, and is signed out. Until the link is used, the present password"
                    + " stays valid; disable the account when somebody else knows it.",
            "The link is sent."),
    SECOND_FACTOR(
            "second-factor",
            "Remove the second factor",
            "%s will sign in with the password alone, and is signed out now. Make sure that it is really this person"
                    + " who asks.",
            "The second factor is removed."),
    SESSIONS(
            "sessions",
            "End all sessions",
            "%s is signed out everywhere. API tokens go on working.",
            "The sessions have ended."),
    DISABLED(
            "disabled",
            "Disable the account",
            "%s cannot sign in any more, is signed out everywhere, and loses password, second factor and API tokens. Posts"
                    + " stay. The account can be brought back.",
            "The account is disabled.");

    private final String path;
    private final String title;
    private final String question;
    private final String notice;

    PersonChange(String path, String title, String question, String notice) {
        this.path = path;
        this.title = title;
        this.question = question;
        this.notice = notice;
    }

    static Optional<PersonChange> of(String path) {
        return Arrays.stream(values())
                .filter(change -> change.path.equals(path))
                .findFirst();
    }

    /** The last segment of its address. */
    String path() {
        return path;
    }

    String title() {
        return title;
    }

    String question(Account account) {
        return question.formatted(account.profile().displayName());
    }

    String notice() {
        return notice;
    }

    /** Whether the state of the account allows it. */
    boolean suits(Account account) {
        return switch (this) {
            case INVITATION ->
                !(account instanceof ActiveAccount || account.id().isOfProvider());
            case ENABLED -> account instanceof DisabledAccount && account.id().isOfProvider();
            case PASSWORD -> account instanceof ActiveAccount && !account.id().isOfProvider();
            case SESSIONS -> account instanceof ActiveAccount;
            case SECOND_FACTOR -> account instanceof ActiveAccount active && active.secondFactor() != null;
            case DISABLED -> !(account instanceof DisabledAccount);
        };
    }

    Mono<ChangeResult> apply(PeopleService people, Account account, Actor by) {
        return switch (this) {
            case INVITATION -> people.inviteAgain(account, by);
            case ENABLED -> people.enable(account, by);
            case PASSWORD -> people.resetPassword(account, by);
            case SECOND_FACTOR -> people.removeSecondFactor(account, by);
            case SESSIONS -> people.endSessions(account, by);
            case DISABLED -> people.disable(account, by);
        };
    }
}
