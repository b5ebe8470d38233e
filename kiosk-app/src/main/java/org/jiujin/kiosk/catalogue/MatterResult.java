package org.jiujin.kiosk.catalogue;

/// What a resident gets in the end (`result_name`, `result_type`).
///
/// @param delivery how it reaches the resident, in plain words
public record MatterResult(String name, String delivery, Provenance provenance) {}
