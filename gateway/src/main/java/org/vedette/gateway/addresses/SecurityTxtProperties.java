package org.vedette.gateway.addresses;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code /.well-known/security.txt}: whom somebody tells who has found a vulnerability in this installation.
 *
 * @param contact mail addresses, or URIs with the scheme {@code https}, {@code mailto} or {@code tel}, the preferred one
 *     first. Without any, the address answers 404. Default none
 * @param encryption URIs of keys to encrypt reports with. Default none
 * @param policy URIs of the disclosure policy. Default none
 * @param acknowledgments URIs of a page that thanks reporters. Default none
 * @param languages languages of reports that are understood, as language tags. Default none
 */
@ConfigurationProperties("vedette.security-txt")
record SecurityTxtProperties(
        @DefaultValue List<String> contact,
        @DefaultValue List<String> encryption,
        @DefaultValue List<String> policy,
        @DefaultValue List<String> acknowledgments,
        @DefaultValue List<String> languages) {

    private static final Set<String> CONTACT_SCHEMES = Set.of("https", "mailto", "tel");
    private static final Set<String> LINK_SCHEMES = Set.of("https", "openpgp4fpr", "dns");

    SecurityTxtProperties {
        contact = contact.stream().map(SecurityTxtProperties::contact).toList();
        encryption = links("VEDETTE_SECURITY_ENCRYPTION", encryption);
        policy = links("VEDETTE_SECURITY_POLICY", policy);
        acknowledgments = links("VEDETTE_SECURITY_ACKNOWLEDGMENTS", acknowledgments);
        languages = languages.stream().map(SecurityTxtProperties::language).toList();
    }

    /** A mail address without scheme is what most people write. */
    private static String contact(String value) {
        var uri = value.contains("@") && !value.contains(":") ? "mailto:" + value : value;
        return checked("VEDETTE_SECURITY_CONTACT", uri, CONTACT_SCHEMES);
    }

    private static List<String> links(String setting, List<String> values) {
        return values.stream()
                .map(value -> checked(setting, value, LINK_SCHEMES))
                .toList();
    }

    private static String checked(String setting, String value, Set<String> schemes) {
        try {
            var scheme = new URI(value).getScheme();
            if (scheme != null && schemes.contains(scheme)) {
                return value;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("%s: %s is not a URI".formatted(setting, value), e);
        }
        throw new IllegalArgumentException("%s: %s must start with one of %s, followed by a colon"
                .formatted(setting, value, schemes.stream().sorted().toList()));
    }

    private static String language(String value) {
        if (!value.matches("[A-Za-z0-9-]{2,35}")) {
            throw new IllegalArgumentException(
                    "VEDETTE_SECURITY_LANGUAGES: %s is not a language tag such as en or pt-BR".formatted(value));
        }
        return value;
    }
}
