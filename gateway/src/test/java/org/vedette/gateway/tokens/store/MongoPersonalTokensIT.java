package org.vedette.gateway.tokens.store;

import org.vedette.gateway.people.TestDatabase;
import org.vedette.gateway.tokens.PersonalTokens;
import org.vedette.gateway.tokens.PersonalTokensContract;

class MongoPersonalTokensIT extends PersonalTokensContract {

    private static final PersonalTokens TOKENS = create();

    @Override
    protected PersonalTokens tokens() {
        return TOKENS;
    }

    private static PersonalTokens create() {
        TestDatabase.create(new TokenIndexesConfiguration().tokenIndexes(TestDatabase.database()));
        return new MongoPersonalTokens(TestDatabase.database());
    }
}
