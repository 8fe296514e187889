import { n as pathMatcher, r as regexMatcher, t as globMatcher } from "./linear-pattern.js";

export { globMatcher };