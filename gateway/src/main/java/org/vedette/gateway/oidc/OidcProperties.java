package org.vedette.gateway.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.vedette.gateway.accounts.Role;

/**
 * Settings of the identity provider. With a client id, people sign in there, and local accounts are off. The addresses are
 * given one by one, so that the gateway starts while the provider is down.
 *
 * @param clientId name of this site at the provider; empty for local accounts. Default: none
 * @param clientSecret the secret of that name; needed with a client id
 * @param issuer what the provider calls itself in its tokens; needed with a client id
 * @param authorizationUri where browsers sign in; needed with a client id
 * @param tokenUri where the gateway gets tokens; needed with a client id
 * @param jwksUri where the keys of the provider are; needed with a client id
 * @param endSessionUri where browsers sign out; without one, people stay signed in at the provider. Default: none
 * @param scopes what is asked for, separated by commas. Default {@code openid,profile,email}
 * @param algorithm with which the provider signs its tokens, {@code RS256} or {@code ES256} for instance. Default {@code RS256}
 * @param groupsClaim claim of the ID token with the groups of a person, a list of texts. Default {@code groups}
 * @param roles which groups give which roles, such as {@code writers=author, desk=editor, it=admin}; needed with a client id
 * @param localLogin whether local accounts go on working, for the day when the provider does not. Default false
 * @param timeout how long the provider may take for a token. Default 10 s
 */
@ConfigurationProperties("vedette.oidc")
public record OidcProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String issuer,
        @Nullable URI authorizationUri,
        @Nullable URI tokenUri,
        @Nullable URI jwksUri,
        @Nullable URI endSessionUri,
        @DefaultValue({"openid", "profile", "email"}) Set<String> scopes,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> roles,
        @DefaultValue("false") boolean localLogin,
        @DefaultValue("10s") Duration timeout) {

    public OidcProperties {
        authorizationUri = unlessEmpty(authorizationUri);
        tokenUri = unlessEmpty(tokenUri);
        jwksUri = unlessEmpty(jwksUri);
        endSessionUri = unlessEmpty(endSessionUri);
        scopes = Set.copyOf(scopes);
        roles = List.copyOf(roles);
        if (!clientId.isBlank()) {
            requireSet(clientSecret, "CLIENT_SECRET");
            requireSet(issuer, "ISSUER");
            requireSet(authorizationUri, "AUTHORIZATION_URI");
            requireSet(tokenUri, "TOKEN_URI");
            requireSet(jwksUri, "JWKS_URI");
            requireOpenid(scopes);
            requireKnown(algorithm);
            requireSet(roleByGroup(roles).isEmpty() ? "" : "some", "ROLES");
        }
    }

    public boolean isEnabled() {
        return !clientId.isBlank();
    }

    /** Whether people sign in with passwords of this site. */
    public boolean areLocalAccountsOn() {
        return !isEnabled() || localLogin;
    }

    /** The roles that some groups give. */
    Set<Role> rolesOf(List<String> groups) {
        var byGroup = roleByGroup(roles);
        return groups.stream()
                .flatMap(group -> byGroup.getOrDefault(group, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<Role>> roleByGroup(List<String> roles) {
        var byGroup = new LinkedHashMap<String, Set<Role>>();
        for (var entry : roles) {
            var at = entry.lastIndexOf('=');
            var role = Role.of(entry.substring(at + 1).strip().toLowerCase(Locale.ROOT))
                    .filter(known -> at > 0)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "VEDETTE_OIDC_ROLES has %s; write group=role, with the role author, editor or admin."
                                    .formatted(entry)));
            byGroup.computeIfAbsent(entry.substring(0, at).strip(), group -> new TreeSet<>())
                    .add(role);
        }
        return byGroup;
    }

    /** An empty environment variable counts as unset. */
    private static @Nullable URI unlessEmpty(@Nullable URI uri) {
        return uri == null || uri.toString().isBlank() ? null : uri;
    }

    private static void requireSet(@Nullable Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(
                    "VEDETTE_OIDC_CLIENT_ID is set, and VEDETTE_OIDC_%s is not. People cannot sign in without it."
                            .formatted(name));
        }
    }

    /** Without it there is no ID token (OpenID Connect Core §3.1.2.1). */
    private static void requireOpenid(Set<String> scopes) {
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("VEDETTE_OIDC_SCOPES has not the scope openid, which logging in needs.");
        }
    }

    private static void requireKnown(String algorithm) {
        if (SignatureAlgorithm.from(algorithm) == null) {
            throw new IllegalArgumentException(
                    "VEDETTE_OIDC_ALGORITHM is %s; write RS256, ES256 or another algorithm with a public key."
                            .formatted(algorithm));
        }
    }

    @Override
    public String toString() {
        return "OidcProperties[" + clientId + " at " + issuer + "]";
    }
}
