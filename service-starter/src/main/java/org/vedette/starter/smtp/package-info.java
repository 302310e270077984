/** What all senders of mail need of their connections. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
