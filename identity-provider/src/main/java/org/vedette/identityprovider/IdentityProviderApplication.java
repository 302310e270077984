package org.vedette.identityprovider;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The provider. The settings of Spring Boot say who the person and the client are. */
@SpringBootApplication(proxyBeanMethods = false)
public class IdentityProviderApplication {

    public static void main(String[] args) {
        var unused = SpringApplication.run(IdentityProviderApplication.class, args);
    }

    /** Adds name and groups to ID tokens, as providers of organisations do. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(
            @Value("${person.name}") String name, @Value("${person.groups}") List<String> groups) {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                context.getClaims().claim("name", name).claim("groups", groups);
            }
        };
    }
}
