export { annualCycle } from './annual-cycle.workflow.js';
export { budgetLinkage } from './budget-linkage.workflow.js';
export { dataRequest } from './data-request.workflow.js';
export { keyEvaluation } from './key-evaluation.workflow.js';
export { obligation } from './obligation/obligation.workflow.js';
export { organisationChange } from './organisation-change.workflow.js';
export { rectification } from './rectification.workflow.js';
export { stage } from './stage.workflow.js';
