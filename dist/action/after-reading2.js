import { d as lineageFile, h as canonicalJson, n as timeframeOf, r as decideAll, t as redactExcluded, u as lineagePredicate } from "./after-reading.js";

export { canonicalJson, decideAll, lineageFile, lineagePredicate, redactExcluded, timeframeOf };