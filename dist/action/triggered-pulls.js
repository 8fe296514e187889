import { t as readTriggered } from "./triggered-pulls2.js";

export { readTriggered };