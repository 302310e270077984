package org.vedette.notification.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.notification.reports.ReplyGroups.Group;

class ReplyGroupsTests {

    @Test
    void fiveThousandRepliesAreThreeGroups() {
        var greylisted = IntStream.range(0, 3_000)
                .mapToObj(n -> "450 4.2.0 <reader" + n + "@example.org>: Recipient address rejected: Greylisted,"
                        + " see http://postgrey.example/help/" + n + ".html");
        var full = IntStream.range(0, 1_500)
                .mapToObj(n -> "452 4.2.2 The email account that you tried to reach is over quota. x"
                        + Integer.toHexString(n * 7919) + "si123456wrq." + n + " - gsmtp");
        var busy = IntStream.range(0, 500)
                .mapToObj(n -> "421 4.7.0 [192.0.2." + n % 250 + "] too many messages, try again in " + n + " seconds");
        var replies = Stream.of(greylisted, full, busy).flatMap(all -> all).toList();

        assertThat(ReplyGroups.of(replies)).extracting(Group::count).containsExactly(3_000L, 1_500L, 500L);
        assertThat(ReplyGroups.of(replies).get(2).text())
                .isEqualTo("421 4.7.0 […] too many messages, try again in … seconds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "450 4.2.1 mailbox busy | 450 4.2.1 mailbox busy",
                "550 5.1.1 <ada@example.org>: no such user | 550 5.1.1 <…>: no such user",
                "no mail server takes mail at the moment | no mail server takes mail at the moment",
                "451 deferred as 4Xy7Z9q2 on mx1.example.org | 451 deferred as … on …",
                "the alert is paused | the alert is paused",
                "[EOF] | [EOF]",
            })
    void codesAndWordsAreKept(String reply, String group) {
        assertThat(ReplyGroups.normalized(reply)).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "=a.", "<a", "a<"})
    void longWordsTakeNoTimeThatGrowsWithTheSquareOfTheirLength(String part) {
        var replies = IntStream.range(0, 20_000)
                .mapToObj(n -> part.repeat(300 / part.length() - 8) + " " + n)
                .toList();

        assertTimeout(Duration.ofSeconds(4), () -> ReplyGroups.of(replies));
    }

    @Test
    void aReplyWithoutTextAndAVeryLongOneAreGroupsToo() {
        assertThat(ReplyGroups.of(Stream.of("", "x".repeat(10_000)).toList()))
                .extracting(group -> group.text().length())
                .containsExactlyInAnyOrder(0, 300);
    }
}
