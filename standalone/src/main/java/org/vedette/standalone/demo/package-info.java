/** The posts a new blog starts with, published the way an editor would. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
