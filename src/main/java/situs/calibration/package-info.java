/** Serving profiles fitted to requests measured on a server. */
@NullMarked
package situs.calibration;

import org.jspecify.annotations.NullMarked;
