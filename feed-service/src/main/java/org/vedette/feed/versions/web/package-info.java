/** Operators start a rebuild and watch it. */
@CheckReturnValue
@NullMarked
package org.vedette.feed.versions.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
