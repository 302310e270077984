/** The pages of alerts and of mail in the studio. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.studio.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
