/// The matters on offer. A matter is a file in `config/catalogue/`; this package reads, checks and describes it.
///
/// Names in the files follow the national data-exchange tables where those have a name: `name` is `task_name`, `version`
/// is `task_version`, `departments` are `dept_name` and `other_dept`, `limits.promise` is `promise_day`, `promise_type` and
/// `promise_explain`, `limits.legal` is `anticipate_*`, `fee` is `is_fee` and `fee_basis`, `results` are `result_name`, a
/// material's `name`, `source` and `needed` are `material_name`, `source_type` and `is_need`. A form field says its own
/// national name in `national`.
@NullMarked
package org.jiujin.kiosk.catalogue;

import org.jspecify.annotations.NullMarked;
