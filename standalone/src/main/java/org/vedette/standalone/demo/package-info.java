/** The demo posts of a new blog, published through the editor's API. */
@CheckReturnValue
@NullMarked
package org.vedette.standalone.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
