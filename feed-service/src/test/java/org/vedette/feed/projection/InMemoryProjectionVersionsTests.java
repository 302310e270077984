package org.vedette.feed.projection;

class InMemoryProjectionVersionsTests extends ProjectionVersionsContract {

    @Override
    protected ProjectionVersions versions() {
        return new InMemoryProjectionVersions();
    }
}
