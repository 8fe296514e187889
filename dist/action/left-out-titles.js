import { a as withoutLines, i as leftOutTitles, n as isLeftOut, r as leftOutMark, t as hideTitles } from "./left-out-titles2.js";

export { hideTitles };