package org.vedette.notification.delivery.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailServersTests {

    private long now;
    private final MailServer heavy = aServer("heavy", 3, Double.POSITIVE_INFINITY);
    private final MailServer light = aServer("light", 1, Double.POSITIVE_INFINITY);
    private final MailServers servers = new MailServers(List.of(heavy, light), 50, () -> now);

    @Test
    void eachServerGetsItsShare() {
        var turns = IntStream.range(0, 400)
                .mapToObj(mail -> next().name())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(turns).containsEntry("heavy", 300L).containsEntry("light", 100L);
    }

    @Test
    void aServerThatIsHaltedGetsNothingButProbes() {
        halt(heavy);

        assertThat(IntStream.range(0, 10).mapToObj(mail -> next())).containsOnly(light);
        now += Duration.ofSeconds(1).toNanos();
        assertThat(servers.next(List.of())).contains(new MailServers.Turn(heavy, true));
        assertThat(next()).isEqualTo(light);
    }

    @Test
    void whileAllServersAreHaltedNothingIsWorthClaimingButProbes() {
        halt(heavy);
        halt(light);

        assertThat(servers.capacity()).isZero();
        assertThat(servers.next(List.of())).isEmpty();
        now += Duration.ofSeconds(1).toNanos();
        assertThat(servers.capacity()).isEqualTo(1);
    }

    @Test
    void aMailGoesToAServerThatWasNotTried() {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(mail ->
                                servers.next(List.of(heavy)).orElseThrow().server()))
                .containsOnly(light);
        assertThat(servers.next(List.of(heavy, light))).isNotEmpty();
    }

    @Test
    void aServerWhosePaceAllowsNoMailNowLeavesItToAnother() {
        var slow = aServer("slow", 100, 1);
        var pair = new MailServers(List.of(slow, light), 50, () -> now);
        assertThat(slow.pace().reserve().atNanos()).isEqualTo(now);

        assertThat(pair.next(List.of()).orElseThrow().server()).isEqualTo(light);
    }

    @Test
    void aServerWithoutAFreeConnectionLeavesMailsToAnother() {
        heavy.begin();
        heavy.begin();

        assertThat(IntStream.range(0, 10).mapToObj(mail -> next())).containsOnly(light);
        heavy.end();
        assertThat(IntStream.range(0, 10).mapToObj(mail -> next())).contains(heavy);
    }

    @Test
    void aServerThatRefusesConnectionsGetsFewer() {
        heavy.begin();
        heavy.begin();
        heavy.record(Answer.BUSY, heavy.pace().reserve(), true, "421 too many connections");

        assertThat(heavy.status().connections()).isEqualTo(1);
        assertThat(heavy.status().rate()).isInfinite();
        now += Duration.ofMinutes(1).toNanos();
        heavy.record(Answer.ACCEPTED, null, false, "250 ok");
        assertThat(heavy.status().connections()).isEqualTo(2);
    }

    @Test
    void aLimitedServerMakesSmallBatchesWorthClaiming() {
        var limited = new MailServers(List.of(aServer("limited", 1, 50)), 50, () -> now);

        assertThat(limited.capacity()).isEqualTo(10);
        assertThat(servers.capacity()).isEqualTo(50);
    }

    @Test
    void theLastReplyOfAServerThatIsHaltedIsShownWithoutAddresses() {
        for (var i = 0; i < 10; i++) {
            heavy.record(Answer.REFUSED, null, false, "550 5.7.1 <ada@example.org>: policy");
        }

        assertThat(heavy.status().outage().orElseThrow().lastRefusal())
                .contains("550 5.7.1", "policy")
                .doesNotContain("example.org");
    }

    private MailServer next() {
        return servers.next(List.of()).orElseThrow().server();
    }

    private static void halt(MailServer server) {
        for (var i = 0; i < 10; i++) {
            server.record(Answer.REFUSED, null, false, "550 5.7.1 no");
        }
    }

    private MailServer aServer(String name, int weight, double rate) {
        return new MailServer(new MailServer.Setting(name, weight, 2, rate), CircuitRules.DEFAULT, () -> now);
    }
}
