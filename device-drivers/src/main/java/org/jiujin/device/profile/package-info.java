/// Device profiles: which drivers on which ports a model of terminal has.
///
/// Files are `config/devices/*.yaml`, checked against `devices.schema.json` beside them.
@NullMarked
package org.jiujin.device.profile;

import org.jspecify.annotations.NullMarked;
