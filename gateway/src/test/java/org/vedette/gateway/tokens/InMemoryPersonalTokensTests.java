package org.vedette.gateway.tokens;

class InMemoryPersonalTokensTests extends PersonalTokensContract {

    private final PersonalTokens tokens = new InMemoryPersonalTokens();

    @Override
    protected PersonalTokens tokens() {
        return tokens;
    }
}
