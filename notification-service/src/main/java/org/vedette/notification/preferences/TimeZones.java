package org.vedette.notification.preferences;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time zones that people choose from: those of places, and UTC. */
public final class TimeZones {

    /** Neither offsets nor historical names, of which some differ in nothing but a sign. */
    private static final Pattern OF_A_PLACE = Pattern.compile(
            "UTC|(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]{1,40}");

    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> OF_A_PLACE.matcher(name).matches())
            .sorted()
            .toList();

    private TimeZones() {}

    /** Their names, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The zone with a name; empty when people cannot choose it. */
    public static Optional<ZoneId> of(String name) {
        try {
            return OF_A_PLACE.matcher(name).matches() ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    static boolean isKnown(ZoneId zone) {
        return OF_A_PLACE.matcher(zone.getId()).matches();
    }
}
