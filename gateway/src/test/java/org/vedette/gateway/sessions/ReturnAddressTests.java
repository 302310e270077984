package org.vedette.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/studio", "/studio/posts?state=draft&q=a%20b", "/posts/x#notes", "/search?q=http://evil"})
    void aPathOfThisSiteIsKept(String path) {
        assertThat(ReturnAddress.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/%2fevil.example",
                "/%5cevil.example",
                "/%255cevil.example",
                "/%252fevil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/%09/evil.example",
                " //evil.example",
                "https://evil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "@evil.example",
                "/a b",
                "/%zz",
                "/login?next=/login",
                "/logout"
            })
    void anythingElseLeadsToTheAccount(String text) {
        assertThat(ReturnAddress.of(text).path()).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 100_000})
    void anAddressThatIsTooLongLeadsToTheAccount(int length) {
        assertThat(ReturnAddress.of("/" + "a".repeat(length - 1)).path()).isEqualTo("/account");
    }
}
