package org.vedette.post.studio.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the studio.
 *
 * @param siteTitle name of the site in plain text, not blank; by default {@code VEDETTE_SITE_TITLE}, or Threat Intelligence
 *     Blog
 * @param siteTagline the line under it in plain text; by default {@code VEDETTE_SITE_TAGLINE}
 */
@Validated
@ConfigurationProperties("vedette.studio")
record StudioProperties(@NotBlank String siteTitle, @NotNull String siteTagline) {}
