package org.vedette.gateway.links;

class InMemoryAccountLinksTests extends AccountLinksContract {

    private final AccountLinks links = new InMemoryAccountLinks();

    @Override
    protected AccountLinks links() {
        return links;
    }
}
