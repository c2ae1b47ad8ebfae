export { ReportingModule } from './reporting.module.js';
export { reportingInvariants } from './store/reporting.invariants.js';
