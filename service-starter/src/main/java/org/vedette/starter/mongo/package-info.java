/** Timeouts, indexes, health and failures of MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.mongo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
