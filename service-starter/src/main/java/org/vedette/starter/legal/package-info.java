/** The pages that many countries' law asks for, linked by every page and mail. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.legal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
