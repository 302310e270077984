package org.vedette.gateway.login.store;

import org.vedette.gateway.login.LoginAttempts;
import org.vedette.gateway.login.LoginAttemptsContract;
import org.vedette.gateway.people.TestDatabase;

class MongoLoginAttemptsIT extends LoginAttemptsContract {

    private static final LoginAttempts ATTEMPTS = new MongoLoginAttempts(TestDatabase.database());

    @Override
    protected LoginAttempts attempts() {
        return ATTEMPTS;
    }
}
