/** Very many readers who wait for news. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
