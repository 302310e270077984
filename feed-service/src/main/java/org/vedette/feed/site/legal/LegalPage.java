package org.vedette.feed.site.legal;

import org.vedette.feed.site.PageResponse.Page;
import org.vedette.pages.PageLayout;

/**
 * A page whose text the operator of the site wrote: the imprint, or what is said of privacy.
 *
 * @param layout what is around it
 * @param title the heading
 * @param html the text
 */
public record LegalPage(PageLayout layout, String title, String html) implements Page {}
