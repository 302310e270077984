package org.vedette.gateway.fallback;

/**
 * View of the error page.
 *
 * @param requestId request id to quote in a report; empty when there is none
 */
public record ErrorPage(
        String siteTitle, String siteTagline, int status, String title, String detail, String requestId) {}
