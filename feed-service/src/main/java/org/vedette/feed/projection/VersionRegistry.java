package org.vedette.feed.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which projection versions of the read model there are. All instances share one registry; it is replaced as a whole, by
 * an instance that saw its newest revision.
 *
 * @param revision grows with every change
 * @param generation grows with every rebuild, and makes the name of its version unique
 * @param current the version that is served
 * @param rebuild the rebuild under way; null when there is none
 * @param retired versions that were served before, the latest first
 * @param lastReport how the last rebuild ended; null when there was none
 */
public record VersionRegistry(
        long revision,
        long generation,
        String current,
        @Nullable Rebuild rebuild,
        List<Retired> retired,
        @Nullable RebuildReport lastReport) {

    /** The version there is before any rebuild. */
    public static final String FIRST_VERSION = "entries";

    private static final Pattern VERSION = Pattern.compile(FIRST_VERSION + "(_\\d{1,18})?");
    private static final VersionRegistry FIRST = new VersionRegistry(0, 0, FIRST_VERSION, null, List.of(), null);

    public VersionRegistry {
        retired = List.copyOf(retired);
    }

    /**
     * A version that some instances may still serve.
     *
     * @param until when no instance serves it any more
     */
    public record Retired(String version, Instant until) {}

    public static VersionRegistry first() {
        return FIRST;
    }

    /** Whether a name is that of a projection version. */
    public static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /**
     * The versions that every change is written to, the newest first: an instance that cuts over to a newer version finds
     * there whatever it has seen in an older one.
     */
    public List<String> writeTargets() {
        return Stream.of(
                        Stream.ofNullable(rebuild).map(Rebuild::version),
                        Stream.of(current),
                        retired.stream().map(Retired::version))
                .flatMap(each -> each)
                .toList();
    }

    /** The rebuild whose lease has not expired. */
    Optional<Rebuild> runningRebuild(Instant now) {
        return Optional.ofNullable(rebuild).filter(each -> each.leasedUntil().isAfter(now));
    }

    /** Whether this rebuild is still the one under way. */
    boolean isLeasedTo(Rebuild other) {
        return rebuild != null && rebuild.version().equals(other.version());
    }

    /**
     * Counts the generations of some versions as used. A registry that was lost, or restored from a backup, starts with a
     * generation that instances may still serve.
     */
    VersionRegistry withGenerationsOf(Collection<String> versions) {
        var latest = versions.stream().mapToLong(VersionRegistry::generationOf).reduce(generation, Math::max);
        return new VersionRegistry(revision, latest, current, rebuild, retired, lastReport);
    }

    /** A rebuild of a version with a name that was never used and never will be again. */
    Rebuild newRebuild(String by, Instant now, Duration lease) {
        return new Rebuild(FIRST_VERSION + "_" + (generation + 1), by, now, now.plus(lease), Rebuild.Progress.NONE);
    }

    /** With a new rebuild in place of an earlier one, if there was one. */
    VersionRegistry started(Rebuild next) {
        return new VersionRegistry(revision + 1, generation + 1, current, next, retired, lastReport);
    }

    /** Whether a version is not in use and was known to an earlier registry; later ones may be in use elsewhere. */
    boolean isLeftover(String version, VersionRegistry earlier) {
        return !writeTargets().contains(version) && generationOf(version) <= earlier.generation;
    }

    private static long generationOf(String version) {
        var number = version.substring(FIRST_VERSION.length()).replace("_", "");
        return number.isEmpty() ? 0 : Long.parseLong(number);
    }

    VersionRegistry withRebuild(Rebuild renewed) {
        return new VersionRegistry(revision + 1, generation, current, renewed, retired, lastReport);
    }

    /** The rebuilt version becomes the current one. */
    VersionRegistry switched(Rebuild complete, Instant retireUntil, RebuildReport report) {
        var retiring = Stream.concat(Stream.of(new Retired(current, retireUntil)), retired.stream());
        return new VersionRegistry(revision + 1, generation, complete.version(), null, retiring.toList(), report);
    }

    /** Without the rebuild; what is current stays current. */
    VersionRegistry abandoned(RebuildReport report) {
        return new VersionRegistry(revision + 1, generation, current, null, retired, report);
    }

    VersionRegistry withoutRetired(Retired expired) {
        var left = retired.stream().filter(each -> !each.equals(expired)).toList();
        return new VersionRegistry(revision + 1, generation, current, rebuild, left, lastReport);
    }
}
