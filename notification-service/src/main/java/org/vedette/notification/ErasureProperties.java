package org.vedette.notification;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Addresses of people who had themselves erased, under {@code vedette.erasures}.
 *
 * @param keptFor how long an import leaves such an address out, as a duration like {@code 1095d}, the default
 */
@Validated
@ConfigurationProperties("vedette.erasures")
record ErasureProperties(
        @DefaultValue("1095d") @DurationMin(hours = 1) Duration keptFor) {}
