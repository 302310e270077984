/** Mails about the correction or the withdrawal of a post, to those who were mailed about it. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.followups;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
