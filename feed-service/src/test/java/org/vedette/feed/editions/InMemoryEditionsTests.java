package org.vedette.feed.editions;

class InMemoryEditionsTests extends EditionsContract {

    @Override
    protected Editions editions() {
        return new InMemoryEditions();
    }
}
