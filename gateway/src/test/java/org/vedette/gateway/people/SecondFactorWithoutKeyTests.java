package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.gateway.accounts.Role;

/** A gateway that has no key to encrypt secrets with. */
class SecondFactorWithoutKeyTests extends FormTest {

    @DynamicPropertySource
    static void noKey(DynamicPropertyRegistry registry) {
        registry.add("vedette.accounts.encryption-key", () -> "");
    }

    @Test
    void thePageSaysWhyNoSecondFactorCanBeSetUp() {
        var session = session(added(Role.EDITOR));

        var page = get("/account/second-factor", "Cookie", session, "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("VEDETTE_ENCRYPTION_KEY").doesNotContain("name=\"secret\"");
    }
}
