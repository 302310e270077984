package org.vedette.gateway.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final int QUIET_ZONE = 4;

    @Test
    void aReaderReadsWhatWasWritten() throws Exception {
        var text = "otpauth://totp/Blog:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Blog";

        var code = QrCode.of(text);

        assertThat(new Decoder().decode(modules(code)).getText()).isEqualTo(text);
    }

    private static BitMatrix modules(QrCode code) {
        var modules = new BitMatrix(code.size() - 2 * QUIET_ZONE);
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(code.path())
                .results()
                .forEach(dark -> modules.set(
                        Integer.parseInt(dark.group(1)) - QUIET_ZONE, Integer.parseInt(dark.group(2)) - QUIET_ZONE));
        return modules;
    }
}
