/** Answers without an end: how many there may be, and how they end all the same when the gateway stops. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
