/** Background threads that are supervised: what fails is retried, what stays dead turns liveness DOWN. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.workers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
