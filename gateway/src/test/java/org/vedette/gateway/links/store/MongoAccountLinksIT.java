package org.vedette.gateway.links.store;

import org.vedette.gateway.links.AccountLinks;
import org.vedette.gateway.links.AccountLinksContract;
import org.vedette.gateway.people.TestDatabase;

class MongoAccountLinksIT extends AccountLinksContract {

    private static final AccountLinks LINKS = create();

    @Override
    protected AccountLinks links() {
        return LINKS;
    }

    private static AccountLinks create() {
        TestDatabase.create(new LinkIndexesConfiguration().linkIndexes(TestDatabase.database()));
        return new MongoAccountLinks(TestDatabase.database());
    }
}
