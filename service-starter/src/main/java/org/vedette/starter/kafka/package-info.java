/** Topics, retries and dead letters of Kafka listeners. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.kafka;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
