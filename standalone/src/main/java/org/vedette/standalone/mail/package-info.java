/** Catches the mail that has nowhere to go and shows it; for trying the suite on one's own machine. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
