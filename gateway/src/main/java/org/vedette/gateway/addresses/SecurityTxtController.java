package org.vedette.gateway.addresses;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;

/** Tells whom to report a vulnerability to (RFC 9116). */
@RestController
@EnableConfigurationProperties(SecurityTxtProperties.class)
class SecurityTxtController {

    static final String ADDRESS = "/.well-known/security.txt";

    /** Less than a year, as RFC 9116 §2.5.5 recommends; a running gateway moves it on. */
    private static final Duration VALIDITY = Duration.ofDays(180);

    private static final CacheControl ONE_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final SecurityTxtProperties properties;
    private final URI baseUrl;
    private final Clock clock;

    SecurityTxtController(SecurityTxtProperties properties, GatewayProperties gateway, Clock clock) {
        this.properties = properties;
        this.baseUrl = gateway.baseUrl();
        this.clock = clock;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<String> securityTxt() {
        if (properties.contact().isEmpty()) {
            throw new ProblemException(
                    Problem.of(StandardProblem.NOT_FOUND, "Nobody is named here to report vulnerabilities to."));
        }
        return ResponseEntity.ok().cacheControl(ONE_HOUR).contentType(TEXT).body(text());
    }

    private String text() {
        var text = new StringBuilder();
        append(text, "Contact", properties.contact());
        append(text, "Expires", List.of(expires()));
        append(text, "Encryption", properties.encryption());
        append(text, "Acknowledgments", properties.acknowledgments());
        if (!properties.languages().isEmpty()) {
            append(text, "Preferred-Languages", List.of(String.join(", ", properties.languages())));
        }
        append(text, "Canonical", List.of(canonical()));
        append(text, "Policy", properties.policy());
        return text.toString();
    }

    private String expires() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(VALIDITY).toString();
    }

    private String canonical() {
        return baseUrl.toString().replaceAll("/$", "") + ADDRESS;
    }

    private static void append(StringBuilder text, String field, List<String> values) {
        values.forEach(value -> text.append(field).append(": ").append(value).append('\n'));
    }
}
