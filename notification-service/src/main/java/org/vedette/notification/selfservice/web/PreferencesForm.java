package org.vedette.notification.selfservice.web;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.vedette.notification.preferences.Cadence;
import org.vedette.notification.preferences.DigestSchedule;
import org.vedette.notification.preferences.Preferences;
import org.vedette.notification.preferences.Scope;
import org.vedette.notification.preferences.TimeZones;
import org.vedette.notification.preferences.WatchTerm;
import org.vedette.notification.selfservice.PreferenceService.Choice;

/**
 * The form of preferences, as it is shown and sent.
 *
 * @param scope {@code everything} or {@code chosen}
 * @param series slugs that are ticked
 * @param tags as they were typed, separated by commas
 * @param cadence {@code immediate}, {@code daily} or {@code weekly}
 * @param day day of a weekly digest
 * @param hour hour of a digest
 * @param zone time zone of a digest; empty for that of the site
 * @param watch watch terms as they were typed, one a line
 */
public record PreferencesForm(
        String scope,
        List<String> series,
        String tags,
        String cadence,
        String day,
        String hour,
        String zone,
        String watch) {

    static final String EVERYTHING = "everything";
    static final String CHOSEN = "chosen";
    static final String IMMEDIATE = "immediate";
    static final String DAILY = "daily";
    static final String WEEKLY = "weekly";

    private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} .+#_-]{0,63}");
    private static final Pattern HOUR = Pattern.compile("[01]?\\d|2[0-3]");
    private static final int MOST_TOPICS = 100;
    private static final String DEFAULT_HOUR = "7";

    public PreferencesForm {
        series = List.copyOf(series);
    }

    static PreferencesForm of(Preferences preferences) {
        var chosen = preferences.scope() instanceof Scope.Chosen some ? some : new Scope.Chosen(List.of(), List.of());
        var schedule = preferences.cadence() instanceof Cadence.Digest digest ? digest.schedule() : null;
        return new PreferencesForm(
                preferences.scope() instanceof Scope.Chosen ? CHOSEN : EVERYTHING,
                chosen.series(),
                String.join(", ", chosen.tags()),
                cadence(schedule),
                schedule == null || schedule.day() == null
                        ? DayOfWeek.MONDAY.name()
                        : schedule.day().name(),
                schedule == null ? DEFAULT_HOUR : Integer.toString(schedule.hour()),
                schedule == null || schedule.zone() == null
                        ? ""
                        : schedule.zone().getId(),
                preferences.watchTerms().stream().map(WatchTerm::value).collect(Collectors.joining("\n")));
    }

    static PreferencesForm of(MultiValueMap<String, String> sent) {
        return new PreferencesForm(
                field(sent, "scope"),
                sent.getOrDefault("series", List.of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                field(sent, "tags"),
                field(sent, "cadence"),
                field(sent, "day"),
                field(sent, "hour"),
                field(sent, "zone"),
                field(sent, "watch"));
    }

    public boolean isChosen() {
        return CHOSEN.equals(scope);
    }

    public boolean has(String slug) {
        return series.contains(slug);
    }

    /**
     * What was chosen.
     *
     * @throws InvalidChoiceException with words for people when something cannot be chosen
     */
    Choice choice() {
        var terms = watchTerms();
        return new Choice(chosenScope(terms), chosenCadence(), terms);
    }

    private Scope chosenScope(List<WatchTerm> terms) {
        if (EVERYTHING.equals(scope)) {
            return new Scope.Everything();
        }
        require(CHOSEN.equals(scope), "Choose between every post and some of them.");
        var wanted = new Scope.Chosen(series, tagList());
        require(
                !wanted.series().isEmpty() || !wanted.tags().isEmpty() || !terms.isEmpty(),
                "Choose at least one series, tag or word, or every post. To get nothing, unsubscribe.");
        require(
                wanted.series().size() + wanted.tags().size() <= MOST_TOPICS,
                "These are too many: choose " + MOST_TOPICS + " series and tags at most, or every post.");
        wanted.series().forEach(slug -> require(SLUG.matcher(slug).matches(), "There is no such series."));
        wanted.tags()
                .forEach(tag -> require(
                        SLUG.matcher(tag).matches(), "This is not a tag: " + tag + ". Separate tags by commas."));
        return wanted;
    }

    private List<String> tagList() {
        return Arrays.stream(tags.split("[,\n]", -1))
                .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private Cadence chosenCadence() {
        if (IMMEDIATE.equals(cadence)) {
            return new Cadence.Immediate();
        }
        require(DAILY.equals(cadence) || WEEKLY.equals(cadence), "Choose how often you want mail.");
        require(HOUR.matcher(hour).matches(), "Choose an hour between 0 and 23.");
        var weekday = WEEKLY.equals(cadence) ? weekday() : null;
        return new Cadence.Digest(new DigestSchedule(weekday, Integer.parseInt(hour), timeZone()));
    }

    private DayOfWeek weekday() {
        return Stream.of(DayOfWeek.values())
                .filter(each -> each.name().equals(day))
                .findFirst()
                .orElseThrow(() -> new InvalidChoiceException("Choose a day of the week."));
    }

    private @Nullable ZoneId timeZone() {
        return zone.isEmpty()
                ? null
                : TimeZones.of(zone).orElseThrow(() -> new InvalidChoiceException("Choose one of the time zones."));
    }

    private List<WatchTerm> watchTerms() {
        var lines =
                watch.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        var terms = lines.stream()
                .map(line -> parsed(line)
                        .orElseThrow(() -> new InvalidChoiceException("“" + line
                                + "” cannot be watched for: write one word, domain, address, hash or CVE in each"
                                + " line, of three characters or more.")))
                .distinct()
                .toList();
        require(
                terms.size() <= Preferences.MAX_WATCH_TERMS,
                "These are too many words: " + Preferences.MAX_WATCH_TERMS + " at most can be watched for.");
        return terms;
    }

    private static Optional<WatchTerm> parsed(String line) {
        return WatchTerm.parse(line);
    }

    private static String cadence(@Nullable DigestSchedule schedule) {
        if (schedule == null) {
            return IMMEDIATE;
        }
        return schedule.day() == null ? DAILY : WEEKLY;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new InvalidChoiceException(otherwise);
        }
    }

    private static String field(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "");
    }
}
