package org.vedette.gateway.sessions.store;

import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.sessions.ActiveSession;
import org.vedette.gateway.sessions.ClientDescription;
import org.vedette.gateway.sessions.PendingSession;
import org.vedette.gateway.sessions.Session;

/** Converts between sessions and documents. No other class knows the names of the fields. */
final class SessionDocuments {

    static final String ID = "_id";
    static final String ACCOUNT = "account";
    static final String LAST_SEEN_AT = "lastSeenAt";
    static final String EXPIRES_AT = "expiresAt";

    private static final String ACCOUNT_REVISION = "accountRevision";
    private static final String STATE = "state";
    private static final String ACTIVE = "active";
    private static final String PENDING = "pending";
    private static final String STARTED_AT = "startedAt";
    private static final String ADDRESS = "address";
    private static final String BROWSER = "browser";

    private SessionDocuments() {}

    static Document toDocument(Session session) {
        var document = new Document(ID, session.id())
                .append(ACCOUNT, session.account().value())
                .append(ACCOUNT_REVISION, session.accountRevision())
                .append(EXPIRES_AT, Date.from(session.expiresAt()));
        if (session instanceof ActiveSession active) {
            return document.append(STATE, ACTIVE)
                    .append(STARTED_AT, Date.from(active.startedAt()))
                    .append(LAST_SEEN_AT, Date.from(active.lastSeenAt()))
                    .append(ADDRESS, active.origin().address())
                    .append(BROWSER, active.origin().browser());
        }
        return document.append(STATE, PENDING);
    }

    static Session toSession(Document document) {
        var id = document.getString(ID);
        var account = new AccountId(document.get(ACCOUNT, UUID.class));
        var revision = document.get(ACCOUNT_REVISION, 0L);
        var expiresAt = document.getDate(EXPIRES_AT).toInstant();
        return ACTIVE.equals(document.getString(STATE))
                ? new ActiveSession(
                        id,
                        account,
                        revision,
                        document.getDate(STARTED_AT).toInstant(),
                        document.getDate(LAST_SEEN_AT).toInstant(),
                        expiresAt,
                        new ClientDescription(document.getString(ADDRESS), document.getString(BROWSER)))
                : new PendingSession(id, account, revision, expiresAt);
    }
}
