package org.vedette.gateway.accounts.store;

import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.AccountsContract;
import org.vedette.gateway.people.TestDatabase;

class MongoAccountsIT extends AccountsContract {

    private static final Accounts ACCOUNTS = create();

    @Override
    protected Accounts accounts() {
        return ACCOUNTS;
    }

    private static Accounts create() {
        TestDatabase.create(new AccountIndexesConfiguration().accountIndexes(TestDatabase.database()));
        return new MongoAccounts(TestDatabase.database());
    }
}
