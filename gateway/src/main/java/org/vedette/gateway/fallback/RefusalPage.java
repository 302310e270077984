package org.vedette.gateway.fallback;

/**
 * A refusal as people read it.
 *
 * @param requestId what to quote when asking about it
 */
public record RefusalPage(
        String siteTitle, String siteTagline, int status, String title, String detail, String requestId) {}
