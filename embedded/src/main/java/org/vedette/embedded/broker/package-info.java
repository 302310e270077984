/**
 * Kafka's own broker, running in this process.
 */
@CheckReturnValue
@NullMarked
package org.vedette.embedded.broker;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
