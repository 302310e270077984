package org.vedette.notification.domains;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalDomainTests {

    @ParameterizedTest
    @CsvSource({
        "Example.ORG, example.org",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "straße.de, xn--strae-oqa.de",
        "faß.de, xn--fa-hia.de",
        "βόλος.com, xn--nxasmm1c.com",
        "نامه\u200Cای.com, xn--mgba3gch31f060k.com",
        "ශ්\u200Dරී.com, xn--10cl1a0b660p.com",
        "ＢÜＣＨＥＲ。example, xn--bcher-kva.example",
        "u\u0308ber.example, xn--ber-goa.example",
        "😀.example, ''",
    })
    void aDomainHasTheAsciiFormOfIdna2008(String domain, String ascii) {
        assertThat(InternationalDomain.toAscii(domain).orElse("")).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-ü.example",
                "ü-.example",
                "xn--ü.example",
                "\u0308u.example",
                "ü\u200Cb.example",
                "a\u200Db.example"
            })
    void aLabelThatCannotBeRegisteredIsRefused(String domain) {
        assertThat(InternationalDomain.toAscii(domain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"münchen", "почта", "المثال", "한국어", "ไทย", "français-été", "a1ü2b3ö4c5ä", "日本語ドメイン名例"})
    void whereTheStandardsAgreeJavaDoes(String label) {
        assertThat(InternationalDomain.toAscii(label)).contains(IDN.toASCII(label));
    }

    @Test
    void aLabelThatIsTooLongIsRefused() {
        assertThat(InternationalDomain.toAscii("ü".repeat(60) + ".example")).isEmpty();
    }
}
