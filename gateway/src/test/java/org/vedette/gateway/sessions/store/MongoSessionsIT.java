package org.vedette.gateway.sessions.store;

import org.vedette.gateway.people.TestDatabase;
import org.vedette.gateway.sessions.Sessions;
import org.vedette.gateway.sessions.SessionsContract;

class MongoSessionsIT extends SessionsContract {

    private static final Sessions SESSIONS = create();

    @Override
    protected Sessions sessions() {
        return SESSIONS;
    }

    private static Sessions create() {
        TestDatabase.create(new SessionIndexesConfiguration().sessionIndexes(TestDatabase.database()));
        return new MongoSessions(TestDatabase.database());
    }
}
