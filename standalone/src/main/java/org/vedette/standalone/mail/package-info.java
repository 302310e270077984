/** Catches mail and shows it on a page, when no mail server is configured; for trying the suite on one machine. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
