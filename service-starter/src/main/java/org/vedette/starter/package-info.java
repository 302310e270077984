/** Annotations by which code says what the architecture rules allow it. */
@CheckReturnValue
@NullMarked
package org.vedette.starter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
