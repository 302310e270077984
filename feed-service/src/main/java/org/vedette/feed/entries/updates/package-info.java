/** How an instance applies changes to its timeline and to everything that is kept equal to it. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.entries.updates;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
