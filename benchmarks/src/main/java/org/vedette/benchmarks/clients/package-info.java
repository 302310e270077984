/** Clients that a gateway meets: those that read, and those that are slow, stuck or in a hurry. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.clients;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
