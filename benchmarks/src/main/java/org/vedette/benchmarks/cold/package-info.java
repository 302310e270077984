/** Pages that nobody asked for before. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.cold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
