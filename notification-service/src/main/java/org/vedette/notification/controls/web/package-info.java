/** The switch of all mail, for editors, and its health. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.controls.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
