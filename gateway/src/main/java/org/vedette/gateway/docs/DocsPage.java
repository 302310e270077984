package org.vedette.gateway.docs;

import java.util.List;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/**
 * View of the page with all descriptions.
 *
 * @param descriptions addresses of the OpenAPI documents
 */
public record DocsPage(String siteTitle, String siteTagline, List<String> descriptions, List<LegalPage> legalPages) {

    public DocsPage {
        descriptions = List.copyOf(descriptions);
        legalPages = List.copyOf(legalPages);
    }
}
