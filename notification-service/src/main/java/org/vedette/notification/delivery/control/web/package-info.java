/** The control of alerts and digests, for editors. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.control.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
