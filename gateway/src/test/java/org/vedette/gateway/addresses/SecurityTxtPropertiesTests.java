package org.vedette.gateway.addresses;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTxtPropertiesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org", "example.org", "a b@example.org", "mailto:x\nPolicy: y", "javascript:x"})
    void aContactThatNobodyCanUseIsRejected(String contact) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SecurityTxtProperties(List.of(contact), List.of(), List.of(), List.of(), List.of()))
                .withMessageContaining("VEDETTE_SECURITY_CONTACT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"english please", "en\nx", ""})
    void aLanguageIsATag(String language) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SecurityTxtProperties(List.of(), List.of(), List.of(), List.of(), List.of(language)))
                .withMessageContaining("VEDETTE_SECURITY_LANGUAGES");
    }
}
