package org.vedette.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTests {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <ada@example.org>: unknown, 550 5.1.1",
        "550-5.7.1 ada@example.org was refused, 550-5.7.1",
        "451 ada@example.org is busy, 451",
        "Could not reach ada@example.org, no reply code",
        "5501 is no code, no reply code",
    })
    void onlyTheCodesOfAReplyMayBeLogged(String text, String codes) {
        assertThat(new Reply.Refused(text, false).codes()).isEqualTo(codes);
    }
}
