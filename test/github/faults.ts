/** What can go wrong, by the rows G1 to G12 of the fault table. Inject them with `github.faults.inject`. */
export { cutJson, htmlWith200, oversizedJson } from './faults/body-faults.ts';
export { hangs, resets } from './faults/connection-faults.ts';
export type { Fault } from './faults/fault.ts';
export { graphqlErrors } from './faults/graphql-faults.ts';
export { changesBefore, dropsNext, duplicatesItems, losesItems } from './faults/page-faults.ts';
export { primaryLimit, secondaryLimit } from './faults/rate-faults.ts';
export {
  badCredentials,
  missing,
  missingPermission,
  permanentFailure,
  serverError,
} from './faults/status-faults.ts';
