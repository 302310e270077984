package org.vedette.gateway.accounts;

class InMemoryAccountsTests extends AccountsContract {

    private final Accounts accounts = new InMemoryAccounts();

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
