/** The page on which a series is created and changed. */
@CheckReturnValue
@NullMarked
package org.vedette.post.studio.series.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
