/** Decisions of operators in MongoDB. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.controls.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
