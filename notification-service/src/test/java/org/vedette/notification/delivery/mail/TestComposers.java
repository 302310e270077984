package org.vedette.notification.delivery.mail;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.List;
import org.vedette.notification.LinkKey;
import org.vedette.notification.TestProperties;
import org.vedette.notification.delivery.dkim.DkimSigner;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.subscribers.LinkTokens;
import org.vedette.notification.subscribers.SubscriptionLinks;

/** Composers for adapters that are tested without Spring. */
public final class TestComposers {

    private TestComposers() {}

    public static MailComposer with(TemplateEngine templates) {
        return with(templates, unsigned());
    }

    static MailComposer with(TemplateEngine templates, DkimSigner signer) {
        var properties = TestProperties.properties();
        var links = new SubscriptionLinks(
                "https://blog.example", new LinkTokens(new LinkKey("one key of thirty-two characters")));
        return new MailComposer(identity(), links, templates, new PlainTextRenderer(), signer, properties);
    }

    static DkimSigner unsigned() {
        return new DkimSigner(List.of(), new SignatureEngines(), Clock.systemUTC());
    }

    public static MailIdentity identity() {
        return new MailIdentity(
                TestProperties.properties(), TestProperties.noLegalPages(), MailProperties.NONE, noReturnPath());
    }

    static ReturnPath noReturnPath() {
        return ReturnPath.of("", new LinkKey("one key of thirty-two characters"));
    }
}
