/// Driver for network printers with IPP Everywhere (RFC 8011, PWG 5100.14). The packets are those of HP's jipp; only this
/// package and the virtual printer know it.
@NullMarked
package org.jiujin.device.ipp;

import org.jspecify.annotations.NullMarked;
