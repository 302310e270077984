/** The forms to subscribe and to confirm. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.signup.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
