/** The HTTP API of the series. */
@CheckReturnValue
@NullMarked
package org.vedette.post.series.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
