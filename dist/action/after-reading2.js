import { a as lineageFile, i as lineagePredicate, l as canonicalJson, n as timeframeOf, r as decideAll, t as redactExcluded } from "./after-reading.js";

export { canonicalJson, decideAll, lineageFile, lineagePredicate, redactExcluded, timeframeOf };