package org.vedette.notification.web;

import java.util.List;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/**
 * What every page shows of the site.
 *
 * @param legalPages the imprint and the privacy page, where they exist
 */
public record SiteView(String title, String tagline, List<LegalPage> legalPages) {

    public SiteView {
        legalPages = List.copyOf(legalPages);
    }
}
