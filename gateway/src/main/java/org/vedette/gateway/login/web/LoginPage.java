package org.vedette.gateway.login.web;

import org.jspecify.annotations.Nullable;

/**
 * View of the login form and of the form for the second factor.
 *
 * @param next where to go afterwards
 * @param login what was entered as the login name
 * @param notice what was just done; null when nothing was
 * @param error what is wrong; null when nothing is
 */
public record LoginPage(
        String csrfToken,
        String next,
        String login,
        @Nullable String notice,
        @Nullable String error) {}
