package org.vedette.post.sharing;

class InMemoryPreviewLinksTests extends PreviewLinksContract {

    private final InMemoryPreviewLinks links = new InMemoryPreviewLinks();

    @Override
    protected PreviewLinks links() {
        return links;
    }
}
