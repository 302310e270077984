/** The programs of the measurements; the scripts beside this module start them. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
