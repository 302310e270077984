/** API tokens of people in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.tokens.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
