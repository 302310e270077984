/** The pages of subscribers in the studio. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.operators.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
