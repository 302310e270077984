package org.vedette.notification.delivery.mail;

import gg.jte.TemplateEngine;
import org.vedette.notification.LinkKey;
import org.vedette.notification.TestProperties;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriptionLinks;

/** Composers for adapters that are tested without Spring. */
public final class TestComposers {

    private TestComposers() {}

    public static MailComposer with(TemplateEngine templates) {
        var properties = TestProperties.properties();
        var links = new SubscriptionLinks(
                "https://blog.example", new LinkTokens(new LinkKey("one key of thirty-two characters")));
        return new MailComposer(identity(), links, templates, new PlainTextRenderer(), properties);
    }

    public static MailIdentity identity() {
        return new MailIdentity(TestProperties.properties(), TestProperties.noLegalPages());
    }
}
