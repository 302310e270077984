package org.vedette.acceptance.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Alerts that are sent while processes end, one after another, and what the mail server got of them. */
final class FaultRun {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int POLL_MILLIS = 100;
    private static final int FAULTS_OF_AN_ALERT = 4;

    private static final String HEAD = """
        | ended | lost | doubled | counted as possible doubles | polls with right sums | time |
        |---|---|---|---|---|---|
        """;

    private final SendingSuite suite;
    private final ReceivingMailServer mails;
    private final int audience;
    private final Random random;
    private final List<Row> rows = new ArrayList<>();

    private int faults;

    /**
     * What came of an alert.
     *
     * @param counted doubles that the service takes for possible
     */
    private record Row(List<String> ended, int lost, int doubles, int counted, int polls, Duration time) {

        private String line() {
            return "| %s | %d | %d | %d | %d | %.1f s |"
                    .formatted(String.join(", ", ended), lost, doubles, counted, polls, time.toMillis() / 1000.0);
        }
    }

    FaultRun(SendingSuite suite, ReceivingMailServer mails, int audience, Random random) {
        this.suite = suite;
        this.mails = mails;
        this.audience = audience;
        this.random = random;
    }

    int faults() {
        return faults;
    }

    int lost() {
        return rows.stream().mapToInt(Row::lost).sum();
    }

    int doubles() {
        return rows.stream().mapToInt(Row::doubles).sum();
    }

    int counted() {
        return rows.stream().mapToInt(Row::counted).sum();
    }

    /** Sends one alert; at random moments of it, victims in turn suffer the fault and are started again. */
    void alert(List<RestartableProcess> victims, Consumer<RestartableProcess> fault, int most) throws Exception {
        var begun = System.nanoTime();
        var distinct = mails.distinct();
        var doubles = mails.doubles();
        var post = suite.publish("Alert number " + rows.size());
        var ended = new ArrayList<String>();
        var polls = new Polls(post);
        while (ended.size() < FAULTS_OF_AN_ALERT && faults < most) {
            var goal = distinct + audience * (ended.size() + random.nextInt(1, 10) / 10.0) / FAULTS_OF_AN_ALERT;
            polls.until("mail " + (int) goal, () -> mails.distinct() >= goal);
            var victim = victims.get(faults % victims.size());
            polls.until("the start of " + victim.name(), victim::isReady);
            var ending = CompletableFuture.runAsync(() -> fault.accept(victim));
            polls.until("the end of " + victim.name(), ending::isDone);
            ending.join();
            ended.add(victim.name());
            faults++;
            victim.start();
        }
        polls.until("the end of the alert", polls::areDone);
        for (var victim : victims) {
            polls.until("the start of " + victim.name(), victim::isReady);
        }
        rows.add(new Row(
                ended,
                audience - (mails.distinct() - distinct),
                mails.doubles() - doubles,
                polls.last.possibleDoubles(),
                polls.number,
                Duration.ofNanos(System.nanoTime() - begun)));
    }

    String table() {
        return rows.stream().map(Row::line).collect(Collectors.joining("\n", HEAD, ""));
    }

    /** Asks for the numbers of an alert again and again; they add up each time. */
    private final class Polls {

        private final UUID post;
        private AlertCounts last = new AlertCounts("", 0, 0, 0, 0, 0, 0, 0, 0, 0);
        private int number;

        private Polls(UUID post) {
            this.post = post;
        }

        private boolean areDone() {
            return last.isDone();
        }

        private void until(String condition, BooleanSupplier reached) throws InterruptedException {
            var deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (!reached.getAsBoolean()) {
                assertThat(System.nanoTime())
                        .as("%s is not reached: %d mails, %s", condition, mails.total(), last)
                        .isLessThan(deadline);
                suite.alert(post).ifPresent(this::check);
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }

        private void check(AlertCounts counts) {
            assertThat(counts.addUp()).as(counts.toString()).isTrue();
            assertThat(counts.audience()).isLessThanOrEqualTo(audience);
            last = counts;
            number++;
        }
    }
}
