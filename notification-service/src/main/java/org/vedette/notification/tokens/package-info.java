/** Tokens that nobody can make up: a payload and its MAC. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.tokens;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
