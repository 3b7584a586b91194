/** Columns declared once; CSV, terminal table and documentation derive from them. */
@NullMarked
package situs.report;

import org.jspecify.annotations.NullMarked;
