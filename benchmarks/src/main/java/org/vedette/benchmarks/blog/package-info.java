/** A made-up blog of any size, the same for the same seed, whose texts look like real ones to an index. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.blog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
