package org.vedette.feed.versions;

class InMemoryProjectionVersionsTests extends ProjectionVersionsContract {

    @Override
    protected ProjectionVersions editions() {
        return new InMemoryProjectionVersions();
    }
}
