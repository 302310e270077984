/** Pages with a form: every service's look alike. */
@CheckReturnValue
@NullMarked
package org.vedette.pages.form;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
