/** ProjectionVersions of the read model: the one that is served, the one that is being rebuilt, those that are given up. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.versions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
