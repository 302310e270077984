/** Who may subscribe how often, and what tells people from programs. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.signup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
