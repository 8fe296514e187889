import { t as exclusionRules } from "./exclusion-rules.js";

export { exclusionRules };