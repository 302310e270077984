/** Reports that a script posts. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.bounces.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
