/**
 * Text for the job's log with workflow commands switched off around it: untrusted text may hold `::set-output`,
 * `::add-mask` and the like, on a line of its own or within one.
 * @param token random, so that the text cannot switch them on again
 */
export const guardedLog = (text: string, token: string): string =>
  `::stop-commands::${token}\n${text}\n::${token}::`;
