/** Exports of everything that the service has, as one zip. */
@CheckReturnValue
@NullMarked
package org.vedette.post.exports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
