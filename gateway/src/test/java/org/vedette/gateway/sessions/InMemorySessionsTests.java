package org.vedette.gateway.sessions;

class InMemorySessionsTests extends SessionsContract {

    private final Sessions sessions = new InMemorySessions();

    @Override
    protected Sessions sessions() {
        return sessions;
    }
}
