/** Audiences of any size, and alerts to them. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
