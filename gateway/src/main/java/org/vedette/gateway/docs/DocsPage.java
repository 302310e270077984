package org.vedette.gateway.docs;

import java.util.List;
import org.vedette.pages.PageLayout;

/**
 * View of the page with all descriptions.
 *
 * @param layout what is around it
 * @param descriptions addresses of the OpenAPI documents
 */
public record DocsPage(PageLayout layout, List<String> descriptions) {

    public DocsPage {
        descriptions = List.copyOf(descriptions);
    }
}
