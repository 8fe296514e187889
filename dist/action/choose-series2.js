import { i as tagsInScope, n as foldersOf, r as newestRelease, t as everyTag } from "./choose-series.js";

export { foldersOf };