package org.jiujin.device.camera;

/// Takes pictures of papers that are laid below it.
///
/// @since 0.2
public interface DocumentCamera extends Camera<PagePicture> {}
