/** What editors wait for: writing, publishing, lists and histories, through the API of the whole suite. */
@CheckReturnValue
@NullMarked
package org.vedette.benchmarks.editing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
