package org.vedette.testsupport.architecture.tripwire.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import java.util.function.Supplier;

@SuppressWarnings("JavaUtilDate")
class AsksTheClock {

    Instant now() {
        return Instant.now();
    }

    Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }

    Supplier<UUID> idByReference() {
        return UUID::randomUUID;
    }

    Supplier<Date> dateByReference() {
        return Date::new;
    }
}
