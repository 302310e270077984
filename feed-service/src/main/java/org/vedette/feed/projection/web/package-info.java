/** Operators start a rebuild and watch it. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.projection.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
