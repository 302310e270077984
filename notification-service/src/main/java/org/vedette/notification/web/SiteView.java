package org.vedette.notification.web;

/** The blog's name and the line under it, on every page. */
public record SiteView(String title, String tagline) {}
