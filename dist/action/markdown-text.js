import { t as markdownText } from "./markdown-text2.js";

export { markdownText };