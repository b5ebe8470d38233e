package org.jiujin.device.modbus;

/// One bit or word of a board.
///
/// @param address from 0, as on the wire; manuals often count from 1
record Cell(Area area, int address) {}
