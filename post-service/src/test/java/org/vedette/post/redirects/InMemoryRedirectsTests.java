package org.vedette.post.redirects;

class InMemoryRedirectsTests extends RedirectsContract {

    private final InMemoryRedirects redirects = new InMemoryRedirects();

    @Override
    protected Redirects redirects() {
        return redirects;
    }
}
