/** How an instance takes over what changed, and hands it on to the parts that are kept equal to the entries. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.entries.updates;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
