/** The pages of webhooks in the studio. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.webhooks.web.studio;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
