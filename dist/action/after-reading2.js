import { a as lineageFile, i as lineagePredicate, l as canonicalJson, n as timeframeOf, r as decideAll, t as redactExcluded, u as hideTitles } from "./after-reading.js";

export { canonicalJson, decideAll, hideTitles, lineageFile, lineagePredicate, redactExcluded, timeframeOf };