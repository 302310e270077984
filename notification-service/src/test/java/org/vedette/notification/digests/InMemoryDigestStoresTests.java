package org.vedette.notification.digests;

class InMemoryDigestStoresTests extends DigestStoresContract {

    private final DigestStores stores =
            new DigestStores(new InMemoryDigestSchedules(), new InMemoryDigestRuns(), new InMemoryDigestedPosts());

    @Override
    protected DigestStores stores() {
        return stores;
    }
}
