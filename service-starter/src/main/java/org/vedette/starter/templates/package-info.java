/** Page templates (JTE): precompiled in operation, reloaded from their source folder in development. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.templates;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
