package org.vedette.gateway.fallback;

import java.util.List;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/**
 * View of the error page.
 *
 * @param requestId request id to quote in a report; empty when there is none
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record ErrorPage(
        String siteTitle,
        String siteTagline,
        int status,
        String title,
        String detail,
        String requestId,
        List<LegalPage> legalPages) {

    public ErrorPage {
        legalPages = List.copyOf(legalPages);
    }
}
