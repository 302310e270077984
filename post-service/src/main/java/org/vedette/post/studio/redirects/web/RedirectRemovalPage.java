package org.vedette.post.studio.redirects.web;

import org.vedette.pages.ApplicationLayout;
import org.vedette.post.studio.redirects.web.RedirectsPage.RedirectRow;

/** Asks whether a redirect is to be deleted. */
public record RedirectRemovalPage(ApplicationLayout layout, RedirectRow redirect) {}
