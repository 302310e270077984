/** What all JSON APIs under /api do the same way: they refuse unknown parameters and answer conditional requests. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.api;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
