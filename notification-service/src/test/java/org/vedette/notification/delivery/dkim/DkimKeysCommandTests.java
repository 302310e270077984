package org.vedette.notification.delivery.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeysCommandTests {

    private static final Pattern RECORD = Pattern.compile("(?m)^(\\S+)\\. IN TXT (.+)$");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theKeysItMakesVerifyAgainstTheRecordsItPrints() {
        assertThat(run("example.org", directory.toString())).isZero();

        var keys = List.of(
                PemKeys.read(directory.resolve("vedette-rsa.pem"), "example.org"),
                PemKeys.read(directory.resolve("vedette-ed25519.pem"), "example.org"));
        var mail = signed(keys, "From: a@example.org\r\n", "Hello  there \r\n\r\n");

        assertThat(new DkimVerifier(records()).validSignatures(mail)).containsExactly("rsa-sha256", "ed25519-sha256");
    }

    @Test
    void itPrintsTheRecordsOfTheDomain() {
        run("example.org", directory.toString(), "s1", "smtp.example.net");

        assertThat(records())
                .containsEntry("example.org", "v=spf1 a:smtp.example.net ~all")
                .hasEntrySatisfying(
                        "_dmarc.example.org", record -> assertThat(record).startsWith("v=DMARC1; p=none"))
                .containsKeys("s1-rsa._domainkey.example.org", "s1-ed25519._domainkey.example.org");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("VEDETTE_DKIM_KEYS=" + directory.resolve("s1-rsa.pem") + ","
                        + directory.resolve("s1-ed25519.pem"));
    }

    @Test
    void noStringOfARecordIsLongerThanTheDnsAllows() {
        run("example.org", directory.toString());

        assertThat(Pattern.compile("\"([^\"]*)\"")
                        .matcher(out.toString(StandardCharsets.UTF_8))
                        .results())
                .isNotEmpty()
                .allMatch(string -> string.group(1).length() <= 255);
    }

    @Test
    void aSecondRunKeepsTheKeys() throws IOException {
        run("example.org", directory.toString());
        var before = Files.readString(directory.resolve("vedette-rsa.pem"));
        var records = records();
        out.reset();

        run("example.org", directory.toString());

        assertThat(Files.readString(directory.resolve("vedette-rsa.pem"))).isEqualTo(before);
        assertThat(records()).isEqualTo(records);
    }

    @Test
    void onlyTheOwnerReadsTheKeys() throws IOException {
        run("example.org", directory.toString());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("vedette-rsa.pem"))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "not_a_domain D",
                "example.org D -s",
                "example.org D s m x",
                "example.org D s m_x"
            })
    void wrongArgumentsAreExplained(String arguments) {
        var words = arguments.isEmpty()
                ? new String[0]
                : arguments.replace("D", directory.toString()).split(" ");

        assertThat(run(words)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: dkim-keys DOMAIN DIRECTORY");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNoKeyIsRefused() throws IOException {
        var file = Files.writeString(directory.resolve("s1.pem"), "-----BEGIN RSA PRIVATE KEY-----\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKeys.read(file, "example.org"))
                .withMessageContainingAll("s1.pem", "PKCS#8", "dkim-keys");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKeys.read(directory.resolve("none.pem"), "example.org"))
                .withMessageContaining("none.pem");
    }

    @Test
    void aShortRsaKeyIsRefused() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var file = Files.writeString(
                directory.resolve("s1.pem"),
                PemKeys.write(generator.generateKeyPair().getPrivate()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PemKeys.read(file, "example.org"))
                .withMessageContaining("2048");
    }

    private static byte[] signed(List<DkimKey> keys, String headers, String body) {
        var signer = new DkimSigner(keys, DkimKeysCommandTests::engine, Clock.systemUTC());
        var canonical = Canonicalization.bodyPart(body.getBytes(StandardCharsets.US_ASCII), true);
        var hash = DkimSigner.sha256().digest(canonical);
        return (signer.sign(headers, hash) + headers + "\r\n" + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static Signature engine(DkimKey key) throws GeneralSecurityException {
        var signature = Signature.getInstance(key.algorithm().javaName());
        signature.initSign(key.key());
        return signature;
    }

    @CanIgnoreReturnValue
    private int run(String... arguments) {
        return DkimKeysCommand.run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Map<String, String> records() {
        var records = new HashMap<String, String>();
        var found = RECORD.matcher(out.toString(StandardCharsets.UTF_8));
        while (found.find()) {
            records.put(found.group(1), found.group(2).replace("\" \"", "").replace("\"", ""));
        }
        return records;
    }
}
