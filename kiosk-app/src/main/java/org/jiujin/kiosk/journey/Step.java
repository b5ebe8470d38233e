package org.jiujin.kiosk.journey;

/// The steps of every matter, in order, as the step header counts them.
public enum Step {
  TOLD,
  IDENTITY,
  CONSENT,
  FORM,
  MATERIALS,
  REVIEW,
  SIGNATURE,
  SUBMIT
}
