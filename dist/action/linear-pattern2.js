import { n as regexMatcher, t as globMatcher } from "./linear-pattern.js";

export { globMatcher };