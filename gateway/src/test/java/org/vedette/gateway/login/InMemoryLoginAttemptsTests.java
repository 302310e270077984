package org.vedette.gateway.login;

class InMemoryLoginAttemptsTests extends LoginAttemptsContract {

    private final LoginAttempts attempts = new InMemoryLoginAttempts();

    @Override
    protected LoginAttempts attempts() {
        return attempts;
    }
}
