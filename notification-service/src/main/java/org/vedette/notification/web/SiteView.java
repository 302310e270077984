package org.vedette.notification.web;

/** The name and the tagline of the site, shown on every page. */
public record SiteView(String title, String tagline) {}
