/** The running suite as the measurements see it: its topic, its store, its site and its process. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.suite;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
