package org.vedette.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the notification service, under {@code vedette.notification}.
 *
 * @param database name of its MongoDB database, which is this service's alone; {@code vedette_notifications} by default
 * @param baseUrl address of the site for readers: {@code https://host[:port]}, or {@code http} for a loopback host, where a
 *     slash at the end is cut off and a path or a query is refused; links in mails and pages begin with it; {@code
 *     http://localhost:8080} by default
 * @param linkKey secret that signs the links in mails, 32 characters or more; with another one every link that was
 *     ever mailed stops working; no default
 * @param topicReplicas replicas of the Kafka topics it creates, 1 or more; as many brokers must exist; 1 by default
 * @param site name of the site
 * @param confirmation confirmation mails
 * @param signUps the form to subscribe
 * @param newSubscribers what people get who have not chosen yet
 * @param alerts planning alerts
 * @param digests planning digests
 * @param deliveries the ledger
 * @param smtp sending
 * @param notices mails to the team
 * @param retention how long what is stored is kept
 */
@Validated
@ConfigurationProperties("vedette.notification")
public record NotificationServiceProperties(
        @NotBlank @DefaultValue("vedette_notifications") String database,

        @NotBlank
        @Pattern(
                regexp = "https?://[!-~&&[^/?#]]+",
                message = "VEDETTE_BASE_URL must look like https://blog.example.org, without a path or a query, and an"
                        + " international domain like https://xn--bcher-kva.example")
        @Pattern(
                regexp = "(?!http:).*|http://(localhost|[^:]+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?",
                message = "VEDETTE_BASE_URL must begin with https://, save on this machine: mail programs unsubscribe"
                        + " by HTTPS only (RFC 8058 §3.1)")
        String baseUrl,

        @Size(
                min = 32,
                message = "VEDETTE_LINK_KEY must be set to a secret of at least 32 characters (it signs the"
                        + " links in mails); make one with: openssl rand -hex 32")
        String linkKey,

        @DefaultValue("1") @Min(1) short topicReplicas,
        @Valid Site site,
        @Valid @DefaultValue Confirmation confirmation,
        @Valid @DefaultValue SignUps signUps,
        @Valid @DefaultValue NewSubscribers newSubscribers,
        @Valid @DefaultValue Alerts alerts,
        @Valid @DefaultValue Digests digests,
        @Valid @DefaultValue Deliveries deliveries,
        @Valid Smtp smtp,
        @Valid @DefaultValue Notices notices,
        @Valid @DefaultValue Retention retention) {

    public NotificationServiceProperties {
        baseUrl = baseUrl.replaceFirst("/$", "");
    }

    /**
     * The name of the site.
     *
     * @param title name of the blog in plain text, not blank; {@code Threat Intelligence Blog} by default
     * @param tagline the line under it in plain text; {@code Analyses and weekly reports from the people watching the
     *     wire} by default
     * @param zone time zone of the dates people read, as in {@code Europe/Vienna}; {@code UTC} by default
     * @param language language of posts that name none, a BCP 47 tag such as {@code pt-BR}; {@code en} by default
     */
    public record Site(
            @NotBlank String title,
            String tagline,
            ZoneId zone,

            @DefaultValue("en") @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
            String language) {}

    /**
     * Confirmation mails.
     *
     * @param validity how long a confirmation link works, as a duration like {@code 48h}, the default
     * @param pause shortest time between two confirmation mails to one address; {@code 10m} by default
     * @param perDay most confirmation mails to one address within 24 hours, 1 or more; 5 by default
     * @param limited false switches {@code pause} and {@code perDay} off, for load tests behind a closed door; true by
     *     default
     */
    public record Confirmation(
            @DefaultValue("48h") Duration validity,
            @DefaultValue("10m") Duration pause,
            @DefaultValue("5") @Min(1) int perDay,
            @DefaultValue("true") boolean limited) {}

    /**
     * The form to subscribe. Its limits are those of one process, and are off with {@code confirmation.limited}.
     *
     * @param answerStep answers are given at the ends of steps of this length, so that their time tells nothing; {@code
     *     100ms} by default, {@code 0} for at once
     * @param fillTime how long people take at least to fill in the form, as a duration like {@code 2s}, the default
     * @param unconfirmedFor how long somebody who does not confirm is kept, as a duration like {@code 30d}, the default
     * @param perClient most subscriptions within an hour by one client, which is an address or the /64 of an IPv6 address; 60
     *     by default
     * @param perNetwork the same from a /24 of IPv4 or a /48 of IPv6; 240 by default
     * @param perMailbox most within a day for one mailbox, whatever follows a {@code +} in its name; 10 by default
     * @param perDomain most within an hour at one mail domain; 1,000 by default
     * @param total most within an hour; 5,000 by default
     */
    public record SignUps(
            @DefaultValue("100ms") Duration answerStep,
            @DefaultValue("2s") Duration fillTime,
            @DefaultValue("30d") @DurationMin(hours = 1) Duration unconfirmedFor,
            @DefaultValue("60") @Min(1) int perClient,
            @DefaultValue("240") @Min(1) int perNetwork,
            @DefaultValue("10") @Min(1) int perMailbox,
            @DefaultValue("1000") @Min(1) int perDomain,
            @DefaultValue("5000") @Min(1) int total) {}

    /**
     * What people get who have not chosen yet.
     *
     * @param cadence {@code immediate}, a mail about each post, the default; or a digest, {@code daily} or {@code weekly}
     * @param day day of a weekly digest; {@code monday} by default
     * @param hour hour of a digest in the site's zone, 0 to 23; 7 by default
     * @param series slugs of the series they are told about; with tags, the posts that have one of both; every post by default
     * @param tags lower-case tags they are told about
     */
    public record NewSubscribers(
            @DefaultValue("immediate") Rhythm cadence,
            @DefaultValue("monday") DayOfWeek day,
            @DefaultValue("7") @Min(0) @Max(23) int hour,
            @DefaultValue List<String> series,
            @DefaultValue List<String> tags) {

        /** How often mail is sent. */
        public enum Rhythm {
            IMMEDIATE,
            DAILY,
            WEEKLY
        }

        public NewSubscribers {
            series = List.copyOf(series);
            tags = List.copyOf(tags);
        }
    }

    /**
     * Planning alerts.
     *
     * @param newsFor how long after its publication a post still gets an alert, as a duration like {@code 48h}, the
     *     default
     * @param chunk subscribers in one mailing, 1 to 10,000; 500 by default
     * @param approveAbove an alert that more subscribers want waits until somebody approves it; 0, the default, for none
     * @param approveFactor an alert that so many times as many subscribers want as is usual waits, too, such as {@code 3}; what is
     *     usual is the median of the last 20 alerts, once there are 5; 0, the default, for none
     * @param testsPerDay most test mails that one person may have sent within a day; 20 by default
     */
    public record Alerts(
            @DefaultValue("48h") Duration newsFor,
            @DefaultValue("500") @Min(1) @Max(10_000) int chunk,
            @DefaultValue("0") @PositiveOrZero long approveAbove,
            @DefaultValue("0") @PositiveOrZero double approveFactor,
            @DefaultValue("20") @Min(0) int testsPerDay) {}

    /**
     * Mails to the team when an alert halts, fails or waits for a second look.
     *
     * @param to mail addresses, separated by commas; none by default
     * @param check pause between two looks for alerts that halt or have failed; {@code 15s} by default
     */
    public record Notices(
            @DefaultValue List<String> to,

            @DefaultValue("15s") @DurationMin(millis = 10) Duration check) {

        public Notices {
            to = List.copyOf(to);
        }
    }

    /**
     * How long what is stored is kept.
     *
     * @param deliveries the rows of mails that are done; the numbers of alerts stay; {@code 400d} by default, {@code 100d} or more, because mailings
     *     can be replayed for 90 days
     * @param clients addresses of the clients that sent a form or confirmed; {@code 90d} by default
     * @param consents the consent of those who have left, from then on; {@code 1095d} by default
     * @param check pause between two looks for what is too old; {@code 1h} by default
     */
    public record Retention(
            @DefaultValue("400d") @DurationMin(days = 100) Duration deliveries,

            @DefaultValue("90d") @DurationMin(days = 1) Duration clients,

            @DefaultValue("1095d") @DurationMin(days = 1) Duration consents,

            @DefaultValue("1h") @DurationMin(millis = 10) Duration check) {}

    /**
     * Planning digests.
     *
     * @param newsFor how long after its publication a post that this service had not been told of is still in a digest, as a
     *     duration like {@code 31d}, the default
     * @param grace how long after its time a digest is begun, so that what was published just before is in it; {@code 1m} by
     *     default
     * @param check pause between two looks for digests that are due; {@code 15s} by default
     */
    public record Digests(
            @DefaultValue("31d") Duration newsFor,
            @DefaultValue("1m") Duration grace,
            @DefaultValue("15s") @DurationMin(millis = 10) Duration check) {}

    /**
     * The ledger.
     *
     * @param lease how long a claim on a delivery lasts after its last renewal; then another process takes the
     *     delivery over; a duration like {@code 60s}, the default, {@code 1s} or more
     * @param sweep pause between two sweeps for deferred and abandoned deliveries; {@code 2s} by default
     * @param firstRetry pause after the first deferred attempt; it doubles after each one; {@code 5s} by default
     * @param longestRetry longest pause between two attempts; {@code 10m} by default
     * @param giveUpAfter how long a delivery is attempted before it is abandoned; {@code 48h} by default
     * @param uncertainResends how often a mail that was handed over and got no reply is sent again, under the same
     *     Message-ID; 0 leaves it to an operator; 3 by default
     */
    public record Deliveries(
            @DefaultValue("60s") @DurationMin(seconds = 1) Duration lease,
            @DefaultValue("2s") @DurationMin(millis = 10) Duration sweep,
            @DefaultValue("5s") Duration firstRetry,
            @DefaultValue("10m") Duration longestRetry,
            @DefaultValue("48h") Duration giveUpAfter,
            @DefaultValue("3") @Min(0) int uncertainResends) {}

    /**
     * Sending; where the mail server is, is under {@code spring.mail}.
     *
     * @param from sender of all mails: {@code Name <a@b>}, or {@code a@b} to be shown with the site's title, where an
     *     international domain is converted to its ASCII form; {@code alerts@localhost} by default
     * @param connections connections to the mail server, 1 to 100; 4 by default
     * @param connectTimeout how long connecting may take, as a duration like {@code 5s}, the default
     * @param answerTimeout how long the mail server may take for each reply; {@code 30s} by default
     * @param idleTimeout how long a connection is kept without a mail, shorter than the mail server keeps it; {@code 60s} by
     *     default
     */
    public record Smtp(
            @NotBlank String from,
            @DefaultValue("4") @Min(1) @Max(100) int connections,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("30s") Duration answerTimeout,
            @DefaultValue("60s") @DurationMin(seconds = 1) Duration idleTimeout) {}
}
