package org.vedette.post.series;

class InMemorySeriesStoreTests extends SeriesStoreContract {

    private final InMemorySeriesStore store = new InMemorySeriesStore();

    @Override
    protected SeriesStore store() {
        return store;
    }
}
