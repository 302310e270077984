package org.vedette.gateway.fallback;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;

/** Writes a refusal for people. */
@Component
class PageWriter {

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.vedette.gateway.views");

    private final GatewayProperties properties;

    PageWriter(GatewayProperties properties) {
        this.properties = properties;
    }

    byte[] write(Refusal refusal, @Nullable String requestId) {
        var output = new Utf8ByteOutput();
        templates.render("refusal.jte", page(refusal, requestId), output);
        return output.toByteArray();
    }

    private RefusalPage page(Refusal refusal, @Nullable String requestId) {
        return new RefusalPage(
                properties.siteTitle(),
                properties.siteTagline(),
                refusal.type().status().value(),
                refusal.type().title(),
                refusal.detail(),
                requestId == null ? "" : requestId);
    }
}
