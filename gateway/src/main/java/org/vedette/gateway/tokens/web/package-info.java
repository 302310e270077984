/** The page of API tokens. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.tokens.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
