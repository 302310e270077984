package org.vedette.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.secrets.Secret;
import org.vedette.gateway.secrets.SecretGenerator;

class CsrfTokensTests {

    private static final Secret SECRET = new Secret("of ada");

    private final CsrfTokens tokens = new CsrfTokens(new SecretGenerator(new SecureRandom()));

    @Test
    void aTokenIsValidForItsSessionOnly() {
        var token = tokens.of(SECRET);

        assertThat(tokens.isValid(token, SECRET)).isTrue();
        assertThat(tokens.isValid(token, new Secret("of mallory"))).isFalse();
    }

    @Test
    void noTwoTokensOfASessionAreAlike() {
        assertThat(tokens.of(SECRET)).isNotEqualTo(tokens.of(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "AAAA", "ä"})
    void anythingElseIsNoToken(String text) {
        assertThat(tokens.isValid(text, SECRET)).isFalse();
    }
}
