package org.vedette.gateway.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vedette.gateway.GatewayTest;

/** Requests that two readers may understand differently, byte by byte. */
class HostileRequestTests extends GatewayTest {

    private static final String POST = "POST /subscriptions/x HTTP/1.1\r\nHost: localhost\r\n";
    private static final String GOOD = "GET /posts/good HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # status | request line               | headers and body (~ is CR LF)
        400 | GET / HTTP/1.1                  | ~
        400 | GET / HTTP/1.1                  | Host: a~Host: b~~
        400 | GET / HTTP/1.1                  | Host: a@evil~~
        400 | GET / HTTP/1.1                  | Host: x:80/..~~
        400 | GET / HTTP/1.1                  | Host: x:port~~
        400 | GET / HTTP/1.1                  | Host: x?y~~
        400 | GET / HTTP/1.1                  | Host: a, b c~~
        400 | GET / HTTP/1.1                  | Host:~~
        400 | GET / HTTP/1.1                  | Host : localhost~~
        505 | GET / HTTP/2.0                  | Host: localhost~~
        505 | GET / HTTP/9.9                  | Host: localhost~~
        505 | GET / HTTP/1.2                  | Host: localhost~~
        400 | GET http://a@evil/ HTTP/1.1     | Host: localhost~~
        400 | GET /a b HTTP/1.1               | Host: localhost~~
        400 | GET / HTTP/1.1                  | Host: localhost~X-Folded: a~ b~~
        400 | GET / HTTP/1.1                  | Host: localhost~X-Folded: a~\\tb~~
        400 | GET / HTTP/1.1                  | Host: localhost~: nameless~~
        400 | GET / HTTP/1.1                  | Host: localhost~No colon~~
        400 | GET / HTTP/1.1                  | Host: localhost~X-A: a\\rb~~
        400 | GET / HTTP/1.1                  | Host: localhost~X-A: a\\nX-B: b~~
        400 | GET / HTTP/1.1                  | Host: localhost~X-A: a\\0b~~
        400 | GET / HTTP/1.1                  | Host: localhost~Authorization: Bearer a~Authorization: Bearer b~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: 4~Transfer-Encoding: chunked~~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~Content-Length: 4~~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: 4~Content-Length: 5~~abcde
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: 4, 4~~abcd
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: -1~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: +4~~abcd
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: 0x4~~abcd
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Content-Length: 99999999999999999999~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~Transfer-Encoding: chunked~~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Content-Length~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: close, content-length~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: x~Connection:  Content-Length ,close~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Content-Type~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Host~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Authorization~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Cookie~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Transfer-Encoding~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Expect~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Forwarded~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: X-Forwarded-For~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: X-Request-Id~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: X-CSRF-Token~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: If-Match~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Sec-Fetch-Site~Content-Length: 37~~GET /search?q=x HTTP/1.1~Host: x~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Connection: Transfer-Encoding~Transfer-Encoding: chunked~~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked, identity~~0~~
        400 | POST /subscriptions/x HTTP/1.0  | Host: localhost~Transfer-Encoding: chunked~~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~ 4~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~4 ~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~+4~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~0x4~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~xyz~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~-4~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~;a=b~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~4\\nabcd\\n0\\n\\n
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~4;a=\\nb~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~3~abcd~0~~
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~100000000000000000~a
        400 | POST /subscriptions/x HTTP/1.1  | Host: localhost~Transfer-Encoding: chunked~~4~abcd~0~X-T: a~ b~~
        """)
    void aHostileRequestGetsAProblemAndTheConnectionIsClosed(int status, String line, String rest) {
        var response = raw(line + "\r\n" + bytes(rest));

        assertThat(response).startsWith("HTTP/1.1 " + status + " ");
        assertIsOneProblem(response);
        assertThat(NOTIFICATIONS.received()).isEmpty();
        assertThat(FEED.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        # body of a chunked POST                           | as it arrives
        0~~                                                | ``
        4~abcd~0~~                                         | abcd
        4;name=value~abcd~A~0123456789~0~X-T: a~~          | abcd0123456789
        00000004~abcd~000~~                                | abcd
        """)
    void validChunksAreAccepted(String chunks, String body) {
        var response = raw(POST + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + bytes(chunks));

        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(NOTIFICATIONS.onlyRequest().body()).isEqualTo(body);
    }

    @Test
    void everyByteMayArriveByItself() {
        var request =
                POST + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n4;a=b\r\nabcd\r\n0\r\nX-T: a\r\n\r\n";

        var response = rawSlowly(request);

        assertThat(response).startsWith("HTTP/1.1 200");
        assertThat(NOTIFICATIONS.onlyRequest().body()).isEqualTo("abcd");
    }

    @Test
    void aRequestBeforeAHostileOneIsAnsweredFirst() {
        var response = raw(GOOD + "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n" + GOOD);

        var responses = response.split("(?=HTTP/1\\.1 )");
        assertThat(responses).hasSize(2);
        assertThat(responses[0]).startsWith("HTTP/1.1 200").contains("feed-service");
        assertThat(responses[1]).startsWith("HTTP/1.1 400");
        assertIsOneProblem(responses[1]);
        assertThat(FEED.onlyRequest().uri()).isEqualTo("/posts/good");
    }

    @Test
    void aRequestBeforeHostileChunksIsAnsweredFirst() {
        var response = raw(GOOD + POST + "Transfer-Encoding: chunked\r\n\r\n4\r\nabcdX\r\n");

        var responses = response.split("(?=HTTP/1\\.1 )");
        assertThat(responses).hasSize(2);
        assertThat(responses[0]).startsWith("HTTP/1.1 200").contains("feed-service");
        assertThat(responses[1]).startsWith("HTTP/1.1 400");
        assertIsOneProblem(responses[1]);
        assertThat(NOTIFICATIONS.received()).isEmpty();
    }

    @Test
    void nothingAfterAHostileRequestIsRead() {
        var response = raw("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n" + GOOD);

        assertThat(response.split("(?=HTTP/1\\.1 )")).hasSize(1);
        assertThat(FEED.received()).isEmpty();
    }

    @Test
    void emptyLinesBeforeARequestAreIgnored() {
        assertThat(raw("\r\n\r\nGET /posts/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static void assertIsOneProblem(String response) {
        assertThat(response.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(response)
                .contains(List.of(
                        "content-type: application/problem+json",
                        "connection: close",
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'none'",
                        "\"detail\":"));
    }

    private static String bytes(String text) {
        return text.replace("~", "\r\n")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\0", "\0");
    }
}
