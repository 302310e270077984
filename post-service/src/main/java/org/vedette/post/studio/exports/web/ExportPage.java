package org.vedette.post.studio.exports.web;

import org.vedette.pages.ApplicationLayout;

/** What an export has, and a link that downloads it. */
public record ExportPage(ApplicationLayout layout) {}
