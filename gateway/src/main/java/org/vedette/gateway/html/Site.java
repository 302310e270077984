package org.vedette.gateway.html;

import java.util.List;
import org.vedette.starter.legal.LegalProperties.LegalPage;

/** What every page says about the site. */
public record Site(String title, String tagline, List<LegalPage> legalPages) {

    public Site {
        legalPages = List.copyOf(legalPages);
    }
}
