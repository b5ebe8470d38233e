/// Cabinets on Modbus IO boards: RTU on a serial port or behind a serial server, and TCP.
///
/// After the MODBUS Application Protocol Specification V1.1b3, MODBUS over Serial Line V1.02, and the MODBUS Messaging on
/// TCP/IP Implementation Guide V1.0b. [org.jiujin.device.modbus.ModbusCabinets] is the way in.
@NullMarked
package org.jiujin.device.modbus;

import org.jspecify.annotations.NullMarked;
