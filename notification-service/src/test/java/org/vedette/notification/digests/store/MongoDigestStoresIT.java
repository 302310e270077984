package org.vedette.notification.digests.store;

import org.vedette.notification.TestProperties;
import org.vedette.notification.TestStore;
import org.vedette.notification.digests.DigestStores;
import org.vedette.notification.digests.DigestStoresContract;
import org.vedette.testsupport.infrastructure.Infrastructure;

class MongoDigestStoresIT extends DigestStoresContract {

    private static final DigestStores STORES = onAFreshDatabase();

    @Override
    protected DigestStores stores() {
        return STORES;
    }

    private static DigestStores onAFreshDatabase() {
        var properties = TestProperties.withDatabase(Infrastructure.freshDatabase("digests"));
        var client = TestStore.client();
        TestStore.create(new DigestIndexesConfiguration().digestedPostIndexes(client, properties));
        return new DigestStores(
                new MongoDigestSchedules(client, TestStore.reader(), properties),
                new MongoDigestRuns(client, TestStore.reader(), properties),
                new MongoDigestedPosts(client, TestStore.reader(), properties));
    }
}
