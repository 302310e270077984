package org.vedette.post.media.web;

import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.vedette.post.media.Uploader;

/** Reads who sends a request from its token. */
public final class UploaderReader {

    private static final Set<String> EDITORS = Set.of("ROLE_editor", "ROLE_admin");

    private UploaderReader() {}

    public static Uploader of(Authentication token) {
        var name = token.getPrincipal() instanceof Jwt jwt
                ? Optional.ofNullable(jwt.getClaimAsString("name")).orElse(token.getName())
                : token.getName();
        var isEditor = token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(EDITORS::contains);
        return new Uploader(token.getName(), name, isEditor);
    }
}
