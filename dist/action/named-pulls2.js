import { n as readPullsByNumber, t as readChangesByNumber } from "./named-pulls.js";

export { readChangesByNumber };