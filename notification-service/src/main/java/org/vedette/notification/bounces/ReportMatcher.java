package org.vedette.notification.bounces;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vedette.notification.bounces.Report.References;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.delivery.returnpath.ReturnPath.Token;
import org.vedette.notification.subscribers.EmailAddress;
import reactor.core.publisher.Mono;

/** Finds the mail that a report is about: by the token in its return path, or else by its Message-ID. */
public final class ReportMatcher {

    private final SentMails mails;
    private final ReturnPath returnPath;

    public ReportMatcher(SentMails mails, ReturnPath returnPath) {
        this.mails = mails;
        this.returnPath = returnPath;
    }

    /**
     * The mail that a report is about.
     *
     * @param token of its return path; empty when it was found by its Message-ID
     * @param recipient the address that the mail went to, as the report says it; empty when it does not
     * @param isProven whether it names the mail by what only its servers know, as far as mails have such a thing: anybody who
     *     has seen a mail knows its Message-ID
     */
    record Match(SentMail mail, Optional<Token> token, Optional<String> recipient, boolean isProven) {

        /** Whether the mail went to an address, as far as one can tell. */
        boolean isFor(EmailAddress address) {
            return token.map(known -> known.isFor(address))
                    .or(() -> recipient.map(known -> known.equals(address.key())))
                    .orElse(true);
        }
    }

    /** Whether a report names a mail by a token, and none that it names is ours. */
    boolean isForged(References about) {
        var tokens = about.addresses().stream().filter(returnPath::covers).toList();
        return !tokens.isEmpty() && token(tokens).isEmpty();
    }

    /** The mail; empty when none is known. */
    Mono<Match> find(References about) {
        var token = token(about.addresses());
        var mail = token.map(this::named).orElseGet(() -> withMessageId(about));
        var recipient = Optional.ofNullable(about.recipient()).map(text -> text.toLowerCase(Locale.ROOT));
        var isProven = token.isPresent() || !returnPath.isSet();
        return mail.map(found -> new Match(found, token, recipient, isProven));
    }

    private Mono<SentMail> named(Token token) {
        return mails.to(token.subscriber())
                .filter(mail -> token.names(mail.id().value()))
                .next();
    }

    private Mono<SentMail> withMessageId(References about) {
        var id = about.messageId();
        return id == null || id.lastIndexOf('@') < 1 ? Mono.empty() : mails.with(id.substring(0, id.lastIndexOf('@')));
    }

    private Optional<Token> token(List<String> addresses) {
        return addresses.stream()
                .map(returnPath::read)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
