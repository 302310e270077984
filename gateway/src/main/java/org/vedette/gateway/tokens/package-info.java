/** API tokens that people make for their scripts. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.tokens;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
